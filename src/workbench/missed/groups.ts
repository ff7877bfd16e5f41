import type { MissedReason, MissedRow } from './read-missed.ts';

/** A missed question, of all weeks together. */
export interface MissedText {
  readonly text: string;
  readonly language: 'nl' | 'en';
  /** How often, at least. */
  readonly number: number;
  /** What the bot said to it, in different weeks. */
  readonly said: readonly Said[];
}

/** A reply that did not help. */
export interface Said {
  readonly reason: MissedReason;
  readonly entries: readonly string[];
}

/** Questions that ask alike. */
export interface MissedGroup {
  /** The first one is like all others. */
  readonly questions: readonly MissedText[];
  /** How often all of them, at least. */
  readonly number: number;
}

/** Returns each different question once, most asked first. */
export function textsOf(rows: readonly MissedRow[]): MissedText[] {
  return [...Map.groupBy(rows, ({ text }) => text.trim())]
    .map(([text, all]) => ({
      text,
      language: all[0]?.language ?? 'nl',
      number: all.reduce((sum, { number }) => sum + number, 0),
      said: distinct(all.map(({ reason, entries }) => ({ reason, entries }))),
    }))
    .sort((a, b) => b.number - a.number);
}

/** Returns the groups with what `isShown` of them, most asked first. `grouped`: indexes in `texts`. */
export function shownGroups(
  texts: readonly MissedText[],
  grouped: readonly (readonly number[])[],
  isShown: (text: MissedText) => boolean,
): MissedGroup[] {
  return grouped
    .map((indexes) => indexes.flatMap((index) => texts[index] ?? []).filter(isShown))
    .filter((questions) => questions.length > 0)
    .map((questions) => ({ questions, number: questions.reduce((sum, { number }) => sum + number, 0) }))
    .sort((a, b) => b.number - a.number);
}

/** Returns what was said to the questions of a group, each reply once. */
export function saidIn({ questions }: MissedGroup): Said[] {
  return distinct(questions.flatMap(({ said }) => said));
}

function distinct(all: readonly Said[]): Said[] {
  return [...new Map(all.map((said) => [JSON.stringify(said), said])).values()];
}
