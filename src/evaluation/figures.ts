import { wilsonInterval } from './interval.ts';
import type { Outcome, Scored } from './score.ts';

/** Shares (0..1) of the questions of a set: `right` to `missed` of those with an answer, the others of the kind in their name. */
export interface Figures extends Readonly<Record<string, number>> {
  readonly right: number;
  readonly rightOrOffered: number;
  readonly wrong: number;
  readonly missed: number;
  readonly silentHonest: number;
  readonly silentPretended: number;
  /** The silence was about another subject, of the questions with `stil`. */
  readonly silentMisnamed: number;
  readonly offtopicFalse: number;
  readonly socialRight: number;
}

const ANSWERABLE: readonly string[] = ['answer', 'checklist', 'entry'];

type Count = readonly [found: number, total: number];

/** How many questions of a set each figure counts, and of how many. Questions for the self-check or with named entries have an answer. */
function countsOf(scored: readonly Scored[]): Readonly<Record<keyof Figures, Count>> {
  const answerable = scored.filter(({ item }) => ANSWERABLE.includes(item.expect));
  const silent = scored.filter(({ item }) => item.expect === 'silent');
  const offtopic = scored.filter(({ item }) => item.expect === 'offtopic');
  const [falsely, total] = count(offtopic, 'false-answer');
  return {
    right: count(answerable, 'right'),
    rightOrOffered: count(answerable, 'right', 'offered'),
    wrong: count(answerable, 'wrong'),
    missed: count(answerable, 'missed'),
    silentHonest: count(silent, 'honest'),
    silentPretended: count(silent, 'pretended'),
    silentMisnamed: count(
      silent.filter(({ item }) => item.stil !== undefined),
      'misnamed',
    ),
    offtopicFalse: [falsely + count(offtopic, 'half-false')[0] / 2, total],
    socialRight: count(
      scored.filter(({ item }) => item.expect === 'social'),
      'right',
    ),
  };
}

function count(scored: readonly Scored[], ...outcomes: Outcome[]): Count {
  return [scored.filter(({ outcome }) => outcomes.includes(outcome)).length, scored.length];
}

/** The figures of a set; 0 where there is nothing to count. */
export function figuresOf(scored: readonly Scored[]): Figures {
  return mapCounts(scored, ([found, total]) => (total === 0 ? 0 : found / total));
}

/** The lower and upper ends of the 95 % intervals of the figures. */
export function intervalsOf(scored: readonly Scored[]): readonly [Figures, Figures] {
  return [0, 1].map((end) => mapCounts(scored, (of) => wilsonInterval(...of)[end] ?? 0)) as [
    Figures,
    Figures,
  ];
}

function mapCounts(scored: readonly Scored[], of: (count: Count) => number): Figures {
  const counts = Object.entries(countsOf(scored)).map(([name, counted]) => [name, of(counted)] as const);
  return Object.fromEntries(counts) as unknown as Figures;
}

/** How often replies in a band of confidence were right. With good calibration `right` is near `meanConfidence`. */
export interface Band {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly meanConfidence: number;
  readonly right: number;
}

const BANDS = 5;

/** Reliability diagram in five bands, over the questions that got an entry straight away. */
export function reliability(scored: readonly Scored[]): Band[] {
  const direct = scored.flatMap(({ explained, outcome }) => {
    const confidence = explained.matches[0]?.confidence;
    if (confidence === undefined || explained.reply.kind !== explained.decision) return [];
    if (!['answer', 'silent', 'checklist'].includes(explained.reply.kind)) return [];
    return [{ confidence, right: outcome === 'right' || outcome === 'honest' }];
  });
  return Array.from({ length: BANDS }, (_, band) => {
    const [from, to] = [band / BANDS, (band + 1) / BANDS];
    const members = direct.filter(({ confidence }) => confidence >= from && (confidence < to || to === 1));
    const count = members.length;
    return {
      from,
      to,
      count,
      meanConfidence: count === 0 ? 0 : members.reduce((sum, { confidence }) => sum + confidence, 0) / count,
      right: count === 0 ? 0 : members.filter(({ right }) => right).length / count,
    };
  });
}
