import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Language, Reply, TextKey } from '../core/index.ts';

/** A message to the bot. */
export interface Message {
  /** Any string that stays the same through one conversation of one channel. */
  readonly conversation: string;
  /** What the person meant to type, or the value of the button that was pressed. */
  readonly text: string;
  /** Whether a button was pressed, which only the channel knows; nothing was typed then. Counted apart. */
  readonly pressed?: boolean;
  /**
   * Any string that stays the same for one person, so that nobody can flood the bot; hashed at once with a key of this
   * process, never kept or logged.
   */
  readonly person?: string;
  /** Of the reply that a pressed button stands in, which need not be the last one; absent when the channel cannot tell. */
  readonly spoken?: Language | undefined;
  /**
   * Id of the entry that was shown where this was typed, on a page of its own: a follow-up is about it while the
   * conversation has no last answer. Ignored when there is no such entry.
   */
  readonly about?: string | undefined;
}

/** What was found while somebody typed. */
export interface Found {
  /** The reply, and where it offers questions to choose from the replies to those. */
  readonly replies: readonly Reply[];
  /** What to tell instead: to wait a minute, or an apology. */
  readonly instead?: Reply;
}

/** What became of a vote. Only `counted` is in the database; `unknown` (no such entry) is counted nowhere at all. */
export type VoteOutcome = 'counted' | 'duplicate' | 'limited' | 'unknown';

/** What to say about a vote. */
export const VOTE_TEXTS = {
  counted: 'stem_geteld',
  duplicate: 'stem_al_geteld',
  limited: 'stem_te_snel',
  unknown: 'stem_onbekend',
} as const satisfies Record<VoteOutcome, TextKey>;

/** What somebody thought of an answer. */
export interface Vote {
  readonly entry: string;
  readonly useful: boolean;
  /** The same for each vote of one person on one answer, so that it counts once. Forgotten after ten minutes. */
  readonly ballot: string;
  /** As in `Message`: where the question was asked; the entry voted on is looked up there. */
  readonly conversation?: string;
  /** As in `Message`. */
  readonly person?: string;
}

/** All that a channel is given of the bot. */
export interface Assistant {
  /**
   * Answers somebody; the one way into a conversation and its counts. Never rejects: when the bot fails, the reply is an
   * apology with a reference that is in the log.
   */
  readonly reply: (message: Message) => Promise<Reply>;
  /**
   * What a button or a command gives, for a channel to draw without being asked: a page, a view, an answer once more.
   * No conversation, no count, no rate limit, nothing stored. In the main guidance's language when none is given.
   * @throws when the bot fails; `sorry` has the apology.
   */
  readonly show: (value: string, language?: Language) => Reply;
  /**
   * Looks up what somebody is typing: outside any conversation, remembered and counted nowhere but in the metrics. Never
   * rejects.
   */
  readonly search: (search: Omit<Message, 'conversation'>) => Promise<Found>;
  /** The apology for what went wrong in the channel itself; logs the cause. */
  readonly sorry: (error: unknown, language?: Language) => Reply;
  /** Counts an answer or an apology that nobody received; the channel logs why. Once for each. */
  readonly lost: () => void;
  /** Counts a vote when it can; what became of it. */
  readonly feedback: (vote: Vote) => Promise<VoteOutcome>;
  /**
   * Whether none of the names of one event was seen before, by any replica: platforms deliver the same event more than
   * once, and some under other names. Counted once, as what it was: what a platform delivered, or the sharing of an answer.
   */
  readonly first: (names: readonly string[], what?: 'delivery' | 'share') => Promise<boolean>;
  /** One of the sentences of `teksten.yaml`, for what a channel shows around replies. */
  readonly say: (key: TextKey, values?: Readonly<Record<string, string>>, language?: Language) => string;
  /** Another text whenever the knowledge was replaced, for a channel that keeps something it was told. */
  readonly edition: () => string;
}

/** All that a channel gives back. */
export interface Channel {
  /** As in logs and counts: `slack`, `teams`, `web`. */
  readonly name: string;
  /** Nothing when the channel can serve; else in one line why not, without a secret. */
  readonly notReady: () => string | undefined;
  /** Finishes what runs and stops; resolves within some seconds. */
  readonly stop: () => Promise<void>;
  /** What it serves on the one port, by the beginning of the path (`/slack/`); the longest that fits is taken. */
  readonly routes: Readonly<Record<string, Listener>>;
}

/** A request whose whole body was read, within the server's limits of size and time. */
export type BodiedRequest = IncomingMessage & { readonly rawBody: Buffer };
export type Listener = (request: BodiedRequest, response: ServerResponse) => void;
