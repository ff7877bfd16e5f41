import type {
  CheckOutcome,
  FilledCheck,
  Language,
  Reason,
  Reply,
  Say,
  SourceText,
  Suggestion,
  TextKey,
} from '../core/index.ts';
import type { Listener } from '../shared/listener.ts';

/** A message from a person to the bot. */
export interface UserMessage {
  /** Id of the conversation, unique within the channel. */
  readonly conversation: string;
  /** What the person typed, without what the channel added to it; or the value of the button that was pressed. */
  readonly text: string;
  /** Whether a button was pressed; counted separately. */
  readonly pressed?: boolean;
  /** Id of the person, for the rate limit; pseudonymized at once, never kept or logged. */
  readonly person?: string;
  /** Language of the reply that holds the pressed button; by default that of the last reply. */
  readonly language?: Language | undefined;
  /** Id of the entry on the page where this was typed: a follow-up is about it when nothing was answered before. */
  readonly about?: string | undefined;
}

/** The questions that a person may be typing. */
export interface Suggestions {
  /** Buttons; empty when nothing was found. */
  readonly choices: readonly Suggestion[];
  /** To show when the rate limit was reached, or an apology. */
  readonly notice?: Reply;
}

/**
 * The outcome of a vote. `changed`: counted in place of the opposite vote before it; `duplicate`: counted before;
 * `explained`: the reason is counted, and with it the vote if it was not; `limited` and `unknown` (there is no such entry): not counted.
 */
export type VoteOutcome = 'counted' | 'changed' | 'duplicate' | 'explained' | 'limited' | 'unknown';

/** Key of the sentence that tells a person the outcome of a vote. */
export const VOTE_TEXTS = {
  counted: 'stem_geteld',
  changed: 'stem_gewijzigd',
  duplicate: 'stem_al_geteld',
  explained: 'reden_geteld',
  limited: 'stem_te_snel',
  unknown: 'stem_onbekend',
} as const satisfies Record<VoteOutcome, TextKey>;

/** A vote on an answer. */
export interface Vote {
  readonly entry: string;
  readonly useful: boolean;
  /** Why it is not useful; with `useful` it is no reason. */
  readonly reason?: Reason | undefined;
  /** The same for each vote of one person on one answer: within ten minutes the last one counts. */
  readonly ballot: string;
  /** As in `UserMessage`: where the question was asked. */
  readonly conversation?: string;
  /** As in `UserMessage`. */
  readonly person?: string;
}

/** A self-check that a person sends. */
export interface SentCheck extends FilledCheck {
  /** Id of its entry; each guidance may have one. */
  readonly entry: string;
  readonly language?: Language | undefined;
}

/** What becomes of a self-check that a person sends. */
export interface CheckResult {
  /** The self-check as it is now; another reply when it is gone. */
  readonly check: Reply;
  readonly outcome: CheckOutcome;
  /** The reply to it: with its conclusion, or the self-check with what was chosen when an answer is missing. */
  readonly reply: Reply;
}

/** The interface of the bot for a channel. `Key`: the sentences that the channel may say. */
export interface Assistant<Key extends string = TextKey> {
  /**
   * Answers a message, remembers the conversation and counts the reply. Never rejects: when the bot fails, it returns an
   * apology with a reference to the log.
   */
  readonly reply: (message: UserMessage) => Promise<Reply>;
  /**
   * Returns the reply to a button or a command, for a page or a view that nobody asked for by a message. Outside any
   * conversation; not counted, limited or stored. By default in the language of the first guidance.
   * @throws when the bot fails; `sorry` then returns the apology
   */
  readonly show: (value: string, language?: Language) => Reply;
  /** Returns the whole text of a guidance, by its name, for a page; `undefined` for an unknown one. */
  readonly source: (guidance: string, language?: Language) => SourceText | undefined;
  /**
   * Returns the questions of at most `n` entries for what a person is typing. Outside any conversation; limited apart from
   * messages. What was typed is not kept, logged or counted as a question. Never rejects.
   */
  readonly suggest: (typed: Omit<UserMessage, 'conversation'>, n: number) => Promise<Suggestions>;
  /** Logs a fault in the channel itself and returns the apology for it. */
  readonly sorry: (error: unknown, language?: Language) => Reply;
  /** Counts an answer or an apology that could not be delivered; the channel logs the reason. */
  readonly lost: () => void;
  /** Counts a vote, or changes it, unless it is a duplicate, over the rate limit or on an unknown entry. Returns the outcome. */
  readonly feedback: (vote: Vote) => Promise<VoteOutcome>;
  /**
   * Returns the reply to a vote: its outcome and, when the answer was not useful, the question why (unless the vote says so)
   * and where to go on.
   */
  readonly afterVote: (vote: Vote, outcome: VoteOutcome, language?: Language) => Reply;
  /**
   * Returns the reply to a self-check that a person sends. Counts, in the metrics only, that one was done; keeps and logs no
   * answer. @throws when the bot fails; `sorry` then returns the apology
   */
  readonly selfCheck: (sent: SentCheck) => CheckResult;
  /**
   * Deduplicates an event over all replicas. Returns `false` when any of its ids was claimed in the last ten minutes:
   * platforms deliver an event more than once, sometimes with another id. `press`, with the same id for each press of one
   * button by one person: in the last seconds. Otherwise `type` is for the metrics.
   */
  readonly claim: (ids: readonly string[], type?: 'delivery' | 'press' | 'share') => Promise<boolean>;
  /**
   * Returns secrets of this channel (32 bytes in base64url each) for what it gives away and gets back within half an hour:
   * the one to sign or encrypt with, then those that may have been used before. Equal in every replica while the database
   * works; otherwise of this process.
   */
  readonly secrets: () => Promise<readonly string[]>;
  /** Returns a sentence of `teksten.yaml`, for what a channel shows around replies. */
  readonly say: Say<Key>;
  /** Returns the fingerprint of the knowledge in use, for a channel that caches replies of `show`. */
  readonly fingerprint: () => string;
}

/** What a channel offers to the process that runs it. */
export interface Channel {
  /** In logs and counts: `slack`, `teams` or `web`. */
  readonly name: string;
  /** Returns `undefined` when the channel can serve, otherwise the reason in one line, without secrets. */
  readonly notReady: () => string | undefined;
  /** Finishes running work and stops; resolves within a few seconds. */
  readonly stop: () => Promise<void>;
  /** Listeners by path prefix (`/slack/`); the longest prefix that matches is called. */
  readonly routes: Readonly<Record<string, Listener>>;
}
