import type { Outcome, Scored } from './score.ts';

/** Shares (0..1) of the questions of a set: `right` to `missed` of those with an answer, the others of the kind in their name. */
export interface Figures {
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

/** The figures of a set. `answer` and `checklist` questions both count as having an answer. */
export function figuresOf(scored: readonly Scored[]): Figures {
  const answerable = scored.filter(({ item }) => item.expect === 'answer' || item.expect === 'checklist');
  const silent = scored.filter(({ item }) => item.expect === 'silent');
  const offtopic = scored.filter(({ item }) => item.expect === 'offtopic');
  const social = scored.filter(({ item }) => item.expect === 'social');
  return {
    right: share(answerable, 'right'),
    rightOrOffered: share(answerable, 'right', 'offered'),
    wrong: share(answerable, 'wrong'),
    missed: share(answerable, 'missed'),
    silentHonest: share(silent, 'honest'),
    silentPretended: share(silent, 'pretended'),
    silentMisnamed: share(
      silent.filter(({ item }) => item.stil !== undefined),
      'misnamed',
    ),
    offtopicFalse: share(offtopic, 'false-answer') + share(offtopic, 'half-false') / 2,
    socialRight: share(social, 'right'),
  };
}

function share(scored: readonly Scored[], ...outcomes: Outcome[]): number {
  if (scored.length === 0) return 0;
  return scored.filter(({ outcome }) => outcomes.includes(outcome)).length / scored.length;
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
