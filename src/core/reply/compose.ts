import { entryValue } from './buttons.ts';
import { citation, runsOf } from './citation.ts';
import { factsOf, say } from './say.ts';
import type { ReplyContext } from './say.ts';
import type { Asked } from '../question/yes-no.ts';
import type { Entry, Guidance, Quote, Wording } from '../model.ts';
import { linked } from './links.ts';
import { sentencesBeside } from '../source-text.ts';
import { fill } from '../texts.ts';
import type { Block, Choice, Language, Reply, ReplyKind } from '../types.ts';

/** An entry with the guidance that it is in. */
export interface GuidanceEntry {
  readonly entry: Entry;
  readonly guidance: Guidance;
  /** Whether there are more guidances, so that a reply says which one an entry is of. */
  readonly isNamed?: boolean;
}

/** Returns the entries of all guidances. */
export function guidanceEntries(guidances: readonly Guidance[]): GuidanceEntry[] {
  const isNamed = guidances.length > 1;
  return guidances.flatMap((guidance) => guidance.entries.map((entry) => ({ entry, guidance, isNamed })));
}

/**
 * Returns the wording of an entry in a language, or else in the guidance's own, with the language that it is in. Throws a
 * `TypeError` for an entry without wording.
 */
export function wordingOf(
  { entry, guidance }: GuidanceEntry,
  language: Language,
): Wording & { readonly language: Language } {
  const used = entry.wording[language] === undefined ? guidance.language : language;
  const wording = entry.wording[used] ?? Object.values(entry.wording)[0];
  if (wording === undefined) throw new TypeError(`entry ${entry.id} has no wording`);
  return { ...wording, language: used };
}

/**
 * Composes the reply of an entry. `words` are those on which it was found. Related entries that `lookUp` does not find are
 * left out. Without `asked` it was asked for by its own question (a button, a link).
 */
export function composeEntry(
  target: GuidanceEntry,
  wanted: Language,
  words: readonly string[],
  lookUp: (id: string) => GuidanceEntry | undefined,
  { isSure = true, fit, isPosted = false }: Asked = {},
): Reply {
  const { entry, guidance } = target;
  const wording = wordingOf(target, wanted);
  const context = { guidance, language: wording.language };
  const answer = fill(wording.answer, factsOf(context));
  const filled = wording.pointer && fill(wording.pointer, factsOf(context));
  // One that begins with a capital is a sentence by itself.
  const pointer =
    filled && (/^\p{Lu}/u.test(filled) ? filled : say(context, 'elders', { verwijzing: filled }));
  const reply = (blocks: readonly Block[]): Reply => ({
    kind: entry.kind,
    language: context.language,
    entry: entry.id,
    words,
    blocks,
  });
  const related = entry.related.map(lookUp).filter((other) => other !== undefined);
  const seeAlso = choicesOf(related, context.language, say(context, 'verwant'));
  switch (entry.kind) {
    case 'social':
      return reply([paragraph(answer)]);
    case 'answer':
      return reply([
        heading((isSure ? wording.title : undefined) ?? wording.question),
        paragraph(fit?.(answer, wording.question, isSure) ?? answer),
        ...quoteBlocks(entry.quotes, context),
        ...seeAlso,
        feedback(entry, context),
      ]);
    case 'silent':
      return reply([
        ...headed(answer, context.language),
        ...(entry.quotes.length > 0
          ? [paragraph(say(context, 'stil_citaat'))]
          : target.isNamed === true
            ? [paragraph(say(context, 'van_handreiking'))]
            : []),
        ...quoteBlocks(entry.quotes, context),
        ...(pointer === undefined ? [] : [linked(pointer)]),
        ...seeAlso,
        feedback(entry, context),
      ]);
    case 'checklist': {
      const steps = (isPosted ? wording.stepsAfterPosting : undefined) ?? wording.steps ?? [];
      return reply([
        heading(wording.question),
        ...checklistBlocks(entry, { ...wording, steps }, context),
        ...seeAlso,
      ]);
    }
  }
}

/** The first sentence as a heading, and what follows as a paragraph. */
function headed(text: string, language: Language): Block[] {
  const [first = { segment: text }] = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text);
  const rest = text.slice(first.segment.length);
  return [heading(first.segment.trim()), ...(rest === '' ? [] : [paragraph(rest)])];
}

function checklistBlocks(entry: Entry, wording: Wording, context: ReplyContext): Block[] {
  const { lead, questions, advice } = entry.checklist ?? { questions: [], advice: [] };
  const { steps = [], translations } = wording;
  return [
    paragraph(wording.answer),
    {
      kind: 'checklist',
      ...(lead !== undefined && { lead: lead.text }),
      questions: questions.map(({ text }) => text),
      ...(translations !== undefined && { translations }),
      language: context.guidance.language,
      source: citation(questions, context),
    },
    ...quoteBlocks(advice, context, false),
    ...(translations === undefined || advice.length > 0 ? languageNote(context) : []),
    ...(wording.closing === undefined ? [] : [paragraph(wording.closing)]),
    ...(steps.length === 0
      ? []
      : [paragraph(say(context, 'zelfcheck_vervolg')), { kind: 'list', items: steps } as const]),
  ];
}

/**
 * Returns a quote block for each run of quotes from one section and, unless `note` is false, one note when the quotes are in
 * another language than the reply.
 */
function quoteBlocks(quotes: readonly Quote[], context: ReplyContext, note = true): Block[] {
  const { language } = context.guidance;
  const blocks = runsOf(quotes).map((run): Block => ({
    kind: 'quote',
    texts: run.map(({ text }) => text),
    language,
    source: citation(run, context),
  }));
  return note && blocks.length > 0 ? [...blocks, ...languageNote(context)] : blocks;
}

/** Returns a quote block for each paragraph that a quote begins in, each paragraph once. */
export function quotedParagraphs(quotes: readonly Quote[], context: ReplyContext): Block[] {
  const { source } = context.guidance;
  const paragraphs = quotes.map((quote) => {
    const { paragraph } = quote;
    return [paragraph, { ...quote, text: paragraph, sentences: sentencesBeside(source, quote) }] as const;
  });
  return quoteBlocks([...new Map(paragraphs).values()], context);
}

function languageNote(context: ReplyContext): Block[] {
  return context.guidance.language === context.language ? [] : [paragraph(say(context, 'citaat_taal'))];
}

/** Returns a block with a button for each entry, labelled with its question; no block when there are none. */
export function choicesOf(entries: readonly GuidanceEntry[], language: Language, lead?: string): Block[] {
  return choiceBlock(
    entries.map((target) => ({
      label: wordingOf(target, language).question,
      value: entryValue(target.entry.id),
    })),
    lead,
  );
}

/** Returns a block of buttons; no block when there are none. */
export function choiceBlock(choices: readonly Choice[], lead?: string): Block[] {
  return choices.length === 0 ? [] : [{ kind: 'choices', choices, ...(lead !== undefined && { lead }) }];
}

/** Returns a heading block. */
export function heading(text: string): Block {
  return { kind: 'heading', text };
}

/** Returns a paragraph block. */
export function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

function feedback(entry: Entry, context: ReplyContext): Block {
  return {
    kind: 'feedback',
    entry: entry.id,
    question: say(context, 'nuttig_vraag'),
    useful: say(context, 'nuttig'),
    notUseful: say(context, 'niet_nuttig'),
  };
}

/** Returns a reply that is not about an entry. */
export function plainReply(kind: ReplyKind, context: ReplyContext, blocks: readonly Block[]): Reply {
  return { kind, language: context.language, blocks };
}
