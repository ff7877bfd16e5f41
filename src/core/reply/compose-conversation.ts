import { sourceLink } from './compose-commands.ts';
import type { FollowUpKind } from '../question/phrasings.ts';
import type { Block, Previous, Reply } from '../types.ts';
import {
  choicesOf,
  composeEntry,
  heading,
  paragraph,
  plainReply,
  quotedParagraphs,
  wordingOf,
} from './compose.ts';
import type { GuidanceEntry } from './compose.ts';
import { namedChoicesOf } from './naming.ts';
import { say } from './say.ts';
import type { ReplyContext } from './say.ts';

const SENTENCE_KEYS = {
  waarom: 'vervolg_waarom',
  zeker: 'vervolg_zeker',
  meer: 'vervolg_meer',
  voorbeeld: 'vervolg_voorbeeld',
} as const satisfies Record<FollowUpKind, string>;

/**
 * Composes the reply to a follow-up about the last answer ("waarom?"): the paragraphs around its quotes, under a sentence
 * that the guidance says no more. For a silent entry its own reply with such a sentence; for others their own reply.
 */
export function composeFollowUp(
  { language }: ReplyContext,
  kind: FollowUpKind,
  last: GuidanceEntry,
  previous: Previous | undefined,
  lookUp: (id: string) => GuidanceEntry | undefined,
): Reply {
  const { entry, guidance } = last;
  const context = { guidance, language };
  const words = previous?.words ?? [];
  const reply = composeEntry(last, language, words, lookUp);
  if (entry.kind === 'silent') {
    const [title, ...rest] = reply.blocks;
    const said = paragraph(say(context, 'vervolg_stil'));
    return { ...reply, blocks: title?.kind === 'heading' ? [title, said, ...rest] : [said, ...reply.blocks] };
  }
  if (entry.kind !== 'answer') return reply;
  const related = entry.related.flatMap((id) => lookUp(id) ?? []);
  return {
    ...reply,
    blocks: [
      heading(wordingOf(last, language).question),
      paragraph(say(context, SENTENCE_KEYS[kind])),
      ...quotedParagraphs(entry.quotes, context),
      ...choicesOf(related, language, say(context, 'verwant')),
    ],
  };
}

/** Composes the words on which the last answer was found. The reply has the same `words`, for the next follow-up. */
export function composeExplanation(
  context: ReplyContext,
  last: GuidanceEntry | undefined,
  previous: Previous | undefined,
): Reply {
  if (last === undefined) return plainReply('help', context, [paragraph(say(context, 'uitleg_geen'))]);
  const { question } = wordingOf(last, context.language);
  const words = (previous?.words ?? []).map((word) => `“${word}”`).join(', ');
  return {
    ...plainReply('help', context, [
      heading(say(context, 'uitleg')),
      paragraph(
        words === ''
          ? say(context, 'uitleg_zonder_woorden', { vraag: question })
          : say(context, 'uitleg_woorden', { vraag: question, woorden: words }),
      ),
      ...namedChoicesOf([last], context.language),
    ]),
    entry: last.entry.id,
    ...(previous?.words !== undefined && { words: previous.words }),
  };
}

/**
 * Composes the paragraphs that the last answer quotes from, each once. When that answer has no quote, because the source is
 * silent, those of the entry that was `quoted` before it.
 */
export function composeSource(
  context: ReplyContext,
  last: GuidanceEntry | undefined,
  quoted: GuidanceEntry | undefined,
): Reply {
  if (last === undefined) return plainReply('help', context, [paragraph(say(context, 'bron_geen'))]);
  const own = { guidance: last.guidance, language: context.language };
  if (last.entry.quotes.length > 0) {
    const blocks = [heading(say(own, 'bron')), ...sourceBlocks(last, context)];
    return { ...plainReply('answer', context, blocks), entry: last.entry.id };
  }
  const before = quoted === undefined ? [] : sourceBlocks(quoted, context);
  return plainReply('help', context, [
    paragraph(say(own, 'bron_stil')),
    ...(quoted === undefined || before.length === 0
      ? []
      : [
          paragraph(say(own, 'bron_eerder', { vraag: wordingOf(quoted, context.language).question })),
          ...before,
        ]),
  ]);
}

/** The paragraphs that an entry quotes from, and a link to the whole text; no blocks without a quote. */
function sourceBlocks({ entry, guidance }: GuidanceEntry, { language }: ReplyContext): Block[] {
  if (entry.quotes.length === 0) return [];
  const own = { guidance, language };
  return [...quotedParagraphs(entry.quotes, own), ...sourceLink(own)];
}

/** Adds the other questions of the same message to a reply, as buttons before the related questions. */
export function withAlsoAsked(reply: Reply, entries: readonly GuidanceEntry[], context: ReplyContext): Reply {
  const also = namedChoicesOf(
    entries,
    reply.language,
    say({ ...context, language: reply.language }, 'vroeg_ook'),
  );
  const index = reply.blocks.findIndex(({ kind }) => kind === 'choices' || kind === 'feedback');
  const at = index < 0 ? reply.blocks.length : index;
  return { ...reply, blocks: [...reply.blocks.slice(0, at), ...also, ...reply.blocks.slice(at)] };
}
