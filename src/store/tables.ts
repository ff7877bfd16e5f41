/** All tables. Times are milliseconds since 1970, weeks as in `week.ts`. */
export interface Tables {
  /** `schema`: number of migrations done; `salt`: for pseudonyms; `probe`: written to check that writing works; `secret:...`: see `roots.ts`. */
  readonly meta: { readonly name: string; readonly value: string };
  /** `key` is a pseudonym, `previous` a `Previous` as JSON: no text of a person. */
  readonly conversations: { readonly key: string; readonly previous: string; readonly until: number };
  /** For deduplication of events and batches; `key` is a pseudonym. */
  readonly claims: { readonly key: string; readonly until: number };
  /** The last vote of a person on an answer; `key` is a pseudonym, `useful` is 1 or 0, `changes` how often it was changed. */
  readonly ballots: {
    readonly key: string;
    readonly useful: number;
    readonly changes: number;
    readonly until: number;
  };
  readonly counts: CountRow;
  readonly votes: VoteRow;
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

/** A masked question without a good answer, and how often it was asked in that week. */
export interface MissedRow {
  readonly week: string;
  readonly reason: string;
  readonly language: string;
  readonly text: string;
  readonly number: number;
}
