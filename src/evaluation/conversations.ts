import { buttonsIn } from '../core/index.ts';
import type { Asker, Knowledge } from '../core/index.ts';
import type { Labelled } from './question-set.ts';

/** The messages of one person in order, typed or pressed. Compared is the reply to the last one. */
export type Conversation = readonly string[];

/** Usual follow-ups, in both languages; none names a subject. */
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
 * The conversations that two versions are compared in: each question, variant and practice question of the knowledge, the
 * labelled questions with the message before them, each command, each entry followed by each of the usual follow-ups, and
 * every button that can be reached from the lists of topics. May contain duplicates.
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
  const practice = guidances.flatMap((guidance) => guidance.practice.map(({ text }) => text));
  const commands = guidances.flatMap(({ words }) =>
    [words.nl, words.en].flatMap(({ opdrachten }) => Object.values(opdrachten).flat()),
  );
  return [
    ...[...written, ...practice, ...commands, ...reachableButtons(asker)].map((text) => [text]),
    ...labelled.map(({ q, after }) => (after === undefined ? [q] : [after, q])),
    ...entries.flatMap(({ id }) => FOLLOW_UPS.map((text) => [`entry:${id}`, text])),
  ];
}

/** The values of the buttons that can be reached from `START`, found breadth first. */
function reachableButtons({ ask }: Pick<Asker, 'ask'>): string[] {
  const found = new Set<string>(START);
  for (const text of found) for (const { value } of buttonsIn(ask({ text }))) found.add(value);
  return [...found];
}
