import type { FollowUpKind } from '../question/phrasings.ts';
import type { Previous, Reply } from '../types.ts';
import { choicesOf, composeEntry, heading, paragraph, quotedParagraphs, say, wordingOf } from './compose.ts';
import type { GuidanceEntry, ReplyContext } from './compose.ts';

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

/** Adds the other questions of the same message to a reply, as buttons before the related questions. */
export function withAlsoAsked(reply: Reply, entries: readonly GuidanceEntry[], context: ReplyContext): Reply {
  const also = choicesOf(entries, reply.language, say({ ...context, language: reply.language }, 'vroeg_ook'));
  const index = reply.blocks.findIndex(({ kind }) => kind === 'choices' || kind === 'feedback');
  const at = index < 0 ? reply.blocks.length : index;
  return { ...reply, blocks: [...reply.blocks.slice(0, at), ...also, ...reply.blocks.slice(at)] };
}
