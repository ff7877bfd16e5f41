import { buttonsIn } from '../core/index.ts';
import type { Asker, Knowledge } from '../core/index.ts';
import type { Labelled } from './question-set.ts';

/** The messages of one person in order, typed or pressed; what is looked at is the reply to the last one. */
export type Conversation = readonly string[];

/** What people say after an answer, in both languages of the shipped knowledge; none of it names a subject. */
const FOLLOW_UPS = [
  'waarom?',
  'klopt dat?',
  'vertel meer',
  'wat bedoel je?',
  'en op LinkedIn?',
  'en als het privé is?',
  'bron',
  'uitleg',
  'bedankt',
  'ja',
  'why?',
  'and on Instagram?',
] as const;
const START = ['onderwerpen', 'topics', 'help', 'over'] as const;

/**
 * Every conversation whose reply is worth watching when something changes: each question, variant and practice question
 * of the knowledge, the labelled questions with what came before them, each command, each entry with the usual
 * follow-ups, and every button that can be reached from the lists of topics.
 */
export function knownConversations(
  knowledge: Knowledge,
  asker: Pick<Asker, 'ask'>,
  labelled: readonly Labelled[],
): Conversation[] {
  const { guidances } = knowledge;
  const entries = guidances.flatMap((guidance) => guidance.entries);
  const written = entries.flatMap(({ wording }) =>
    [wording.nl, wording.en].flatMap((own) => (own === undefined ? [] : [own.question, ...own.variants])),
  );
  const practised = guidances.flatMap(({ practice }) => practice.map(({ text }) => text));
  const commands = guidances.flatMap(({ words }) =>
    [words.nl, words.en].flatMap(({ opdrachten }) => Object.values(opdrachten).flat()),
  );
  return [
    ...[...written, ...practised, ...commands, ...reachableButtons(asker)].map((text) => [text]),
    ...labelled.map(({ q, after }) => (after === undefined ? [q] : [after, q])),
    ...entries.flatMap(({ id }) => FOLLOW_UPS.map((text) => [`entry:${id}`, text])),
  ];
}

/** The values of all buttons that a person can press by going from reply to reply, from the lists of topics on. */
function reachableButtons({ ask }: Pick<Asker, 'ask'>): string[] {
  const found = new Set<string>(START);
  for (const text of found) for (const { value } of buttonsIn(ask({ text }))) found.add(value);
  return [...found];
}
