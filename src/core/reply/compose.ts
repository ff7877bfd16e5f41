import { entryValue } from './buttons.ts';
import type { Entry, Guidance, Quote, Wording } from '../model.ts';
import { fill } from '../texts.ts';
import type { TextKey } from '../texts.ts';
import type { Block, Choice, Citation, Language, Reply, ReplyKind } from '../types.ts';

/** What a reply is made with: the guidance that speaks and the language it speaks in. */
export interface Voice {
  readonly guidance: Guidance;
  readonly language: Language;
}

/** An entry with the guidance it belongs to. */
export interface Owned {
  readonly entry: Entry;
  readonly guidance: Guidance;
}

const REPLY_KIND = { answer: 'answer', silent: 'silent', social: 'social', checklist: 'checklist' } as const;

/** One of the bot's own sentences, with the guidance's facts filled in. */
export function say(
  { guidance, language }: Voice,
  key: TextKey,
  values: Record<string, string | undefined> = {},
): string {
  return fill(guidance.texts[language][key], {
    titel: guidance.title,
    editie: guidance.edition,
    eigenaar: guidance.owner ?? guidance.title,
    contact: guidance.contact[language],
    voorbeeld: guidance.example[language],
    ...values,
  });
}

/** What an entry says in the wanted language, or else in the guidance's own. */
export function wordingOf(
  { entry, guidance }: Owned,
  language: Language,
): Wording & { readonly language: Language } {
  const used = entry.wording[language] === undefined ? guidance.language : language;
  const wording = entry.wording[used] ?? Object.values(entry.wording)[0];
  if (wording === undefined) throw new TypeError(`entry ${entry.id} has no wording`);
  return { ...wording, language: used };
}

/** The reply that is an entry. `lookUp` finds related entries; what it does not find is left out. */
export function composeEntry(
  owned: Owned,
  wanted: Language,
  words: readonly string[],
  lookUp: (id: string) => Owned | undefined,
): Reply {
  const { entry, guidance } = owned;
  const wording = wordingOf(owned, wanted);
  const voice = { guidance, language: wording.language };
  const reply = (blocks: readonly Block[]): Reply => ({
    kind: REPLY_KIND[entry.kind],
    language: voice.language,
    entry: entry.id,
    words,
    blocks,
  });
  const related = entry.related.map(lookUp).filter((other) => other !== undefined);
  const seeAlso = choicesOf(related, voice.language, say(voice, 'verwant'));
  switch (entry.kind) {
    case 'social':
      return reply([paragraph(fill(wording.answer, { titel: guidance.title }))]);
    case 'answer':
      return reply([
        heading(wording.question),
        paragraph(wording.answer),
        ...quoteBlocks(entry.quotes, voice),
        ...seeAlso,
        feedback(entry, voice),
      ]);
    case 'silent':
      return reply([
        heading(wording.answer),
        ...(entry.quotes.length > 0 ? [paragraph(say(voice, 'stil_citaat'))] : []),
        ...quoteBlocks(entry.quotes, voice),
        ...(wording.pointer === undefined
          ? []
          : [paragraph(say(voice, 'elders', { verwijzing: wording.pointer }))]),
        ...seeAlso,
        feedback(entry, voice),
      ]);
    case 'checklist':
      return reply([heading(wording.question), ...checklistBlocks(entry, wording, voice), ...seeAlso]);
  }
}

function checklistBlocks(entry: Entry, wording: Wording, voice: Voice): Block[] {
  const { lead, questions, advice } = entry.checklist ?? { questions: [], advice: [] };
  const [first] = questions;
  const steps = wording.steps ?? [];
  return [
    paragraph(wording.answer),
    ...(lead === undefined ? [] : quoteBlocks([lead], voice, false)),
    ...(first === undefined
      ? []
      : [
          {
            kind: 'checklist',
            questions: questions.map(({ text }) => text),
            language: voice.guidance.language,
            source: citation(first, voice),
          } as const,
        ]),
    ...quoteBlocks(advice, voice, false),
    ...languageNote(voice),
    ...(wording.closing === undefined ? [] : [paragraph(wording.closing)]),
    ...(steps.length === 0
      ? []
      : [paragraph(say(voice, 'zelfcheck_vervolg')), { kind: 'list', items: steps } as const]),
  ];
}

/** Quotes, followed once by a note when they are in another language than the reply. */
export function quoteBlocks(quotes: readonly Quote[], voice: Voice, note = true): Block[] {
  const { language } = voice.guidance;
  const blocks = quotes.map((quote): Block => ({
    kind: 'quote',
    text: quote.text,
    language,
    source: citation(quote, voice),
  }));
  return note && blocks.length > 0 ? [...blocks, ...languageNote(voice)] : blocks;
}

/** Says that quotes are in another language than the reply, when they are. */
function languageNote(voice: Voice): Block[] {
  return voice.guidance.language === voice.language ? [] : [paragraph(say(voice, 'citaat_taal'))];
}

function citation(quote: Quote, voice: Voice): Citation {
  const { title, edition } = voice.guidance;
  const { section } = quote;
  const label =
    section === undefined
      ? say(voice, 'citaat_bron_zonder_onderdeel')
      : say(voice, 'citaat_bron', { onderdeel: section });
  return { title, edition, label, ...(section !== undefined && { section }) };
}

/** Buttons for entries, or nothing when there are none. */
export function choicesOf(entries: readonly Owned[], language: Language, lead?: string): Block[] {
  return choiceBlock(
    entries.map((owned) => ({
      label: wordingOf(owned, language).question,
      value: entryValue(owned.entry.id),
    })),
    lead,
  );
}

export function choiceBlock(choices: readonly Choice[], lead?: string): Block[] {
  return choices.length === 0 ? [] : [{ kind: 'choices', choices, ...(lead !== undefined && { lead }) }];
}

export function heading(text: string): Block {
  return { kind: 'heading', text };
}

export function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

function feedback(entry: Entry, voice: Voice): Block {
  return {
    kind: 'feedback',
    entry: entry.id,
    useful: say(voice, 'nuttig'),
    notUseful: say(voice, 'niet_nuttig'),
  };
}

/** A reply that answers no entry. */
export function plainReply(kind: ReplyKind, voice: Voice, blocks: readonly Block[]): Reply {
  return { kind, language: voice.language, blocks };
}
