/** Everything that is stored, complete. Times are milliseconds since 1970, weeks as in `week.ts`. */
export interface Tables {
  /** `schema`: the number of migrations done; `salt`: what keys are hashed with; `probe`: proves that writing works. */
  readonly meta: { readonly name: string; readonly value: string };
  /** What conversations were about; `key` is hashed, `previous` is a `Previous` as JSON: no text of a person. */
  readonly conversations: { readonly key: string; readonly previous: string; readonly until: number };
  /** Events, votes and batches that were seen; `key` is hashed. */
  readonly claims: { readonly key: string; readonly until: number };
  readonly counts: CountRow;
  readonly votes: VoteRow;
  readonly missed: MissedRow & { readonly id: string };
}

/** How often something was answered; `entry` is empty for replies without one. */
export interface CountRow {
  readonly week: string;
  readonly channel: string;
  readonly language: string;
  readonly outcome: string;
  readonly entry: string;
  readonly number: number;
}

/** How often an answer was called useful (1) or not (0). */
export interface VoteRow {
  readonly week: string;
  readonly channel: string;
  readonly entry: string;
  readonly useful: number;
  readonly number: number;
}

/** A masked question that got no good answer, and how often in that week. */
export interface MissedRow {
  readonly week: string;
  readonly reason: string;
  readonly language: string;
  readonly text: string;
  readonly number: number;
}
