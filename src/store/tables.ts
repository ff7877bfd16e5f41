/** All tables. Times are milliseconds since 1970, weeks as in `week.ts`. */
export interface Tables {
  /** `schema`: number of migrations done; `salt`: for pseudonyms; `probe`: written to check that writing works; `secret:...`: see `roots.ts`. */
  readonly meta: { readonly name: string; readonly value: string };
  /** `key` is a pseudonym, `previous` a `Previous` as JSON: no text of a person. */
  readonly conversations: { readonly key: string; readonly previous: string; readonly until: number };
  /** For deduplication of events and batches; `key` is a pseudonym. */
  readonly claims: { readonly key: string; readonly until: number };
  /**
   * The last vote of a person on an answer; `key` is a pseudonym, `useful` is 1 or 0, `changes` how often vote or reason were
   * changed. `reason` is empty without one; `was_useful` and `was_reason` are what the last change replaced.
   */
  readonly ballots: {
    readonly key: string;
    readonly useful: number;
    readonly reason: string;
    readonly was_useful: number;
    readonly was_reason: string;
    readonly changes: number;
    readonly until: number;
  };
  readonly counts: CountRow;
  readonly votes: VoteRow;
  readonly reasons: ReasonRow;
  readonly chosen: ChosenRow;
  readonly missed: MissedRow & { readonly id: string };
}

/** Number of replies; `entry` is empty for replies without one. */
export interface CountRow {
  readonly week: string;
  readonly channel: string;
  readonly language: string;
  readonly outcome: string;
  readonly entry: string;
  readonly number: number;
}

/** Number of votes; `useful` is 1 or 0. */
export interface VoteRow {
  readonly week: string;
  readonly channel: string;
  readonly entry: string;
  readonly useful: number;
  readonly number: number;
}

/** Number of reasons why an answer was not useful. */
export interface ReasonRow {
  readonly week: string;
  readonly channel: string;
  readonly entry: string;
  readonly reason: string;
  readonly number: number;
}

/** Number of times that an entry was chosen out of those that a reply of kind `choices` offered. */
export interface ChosenRow {
  readonly week: string;
  readonly channel: string;
  readonly language: string;
  readonly entry: string;
  readonly number: number;
}

/** A masked question without a good answer, and how often it was asked in that week. */
export interface MissedRow {
  readonly week: string;
  readonly reason: string;
  readonly language: string;
  readonly text: string;
  /** Ids of the entries that it was replied to with, separated by spaces. */
  readonly entries: string;
  readonly number: number;
}
