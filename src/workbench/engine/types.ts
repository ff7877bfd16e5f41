import type { Language, Reply, Say } from '../../core/index.ts';
import type { EntryState, Reasons } from '../../evaluation/index.ts';
import type { Problem } from '../../knowledge/index.ts';
import type { Edits } from '../working-copy/types.ts';
import type { Comparisons } from './comparison.ts';

/** What the bot knows of the working copy. */
export interface EngineStatus {
  /**
   * `reading`: files are read and checked; `training`: a model is being trained; `ready`: it answers from the working copy;
   * `refused`: the working copy has errors. Meanwhile the last good version answers, if there is one.
   */
  readonly phase: 'reading' | 'training' | 'ready' | 'refused';
  /** Errors, warnings and advice of the version that was read last; those of trained models once `states` is there. */
  readonly problems: readonly Problem[];
  /** Fingerprint of the version that was read last; empty before the first, and for one with errors. */
  readonly read: string;
  /** Fingerprint of the version that answers; absent before the first. */
  readonly hash?: string;
  /**
   * How well each entry of the version that answers is found by variants that the bot did not learn, by id; absent until the
   * bot has tried them all, which takes a minute. Entries with few variants are not in it.
   */
  readonly states?: ReadonlyMap<string, EntryState>;
}

/** A conversation that was tried. */
export interface Tried {
  /** The reply to each message. */
  readonly replies: readonly Reply[];
  /** Why the last one was given. */
  readonly reasons: Reasons;
  /** The question of each entry that replies and reasons name, by id. */
  readonly questions: ReadonlyMap<string, string>;
  /** Fingerprint of the version that answered. */
  readonly hash: string;
}

/** Answers about the working copy, in the background. */
export interface Engine {
  readonly status: () => EngineStatus;
  /** Resolves when a version is in use or refused, and nothing newer is on disk. */
  readonly settled: () => Promise<void>;
  /** Returns all messages of the check (without training) for the working copy, with these edits. */
  readonly check: (edits?: Edits) => Promise<readonly Problem[]>;
  /** Returns the reply of an entry composed with the edits; `undefined` when they have errors, or for an unknown entry. */
  readonly preview: (
    entry: string,
    options: { readonly language: Language; readonly edits?: Edits },
  ) => Promise<Reply | undefined>;
  /** Asks the messages of a conversation in order; `undefined` while no version answers yet. */
  readonly ask: (turns: readonly string[]) => Promise<Tried | undefined>;
  /** What changes between two versions, each the working copy with edits. */
  readonly comparisons: Comparisons;
  /** Groups texts that ask alike: see `groupAlike`. `undefined` when the working copy has errors. */
  readonly group: (texts: readonly string[]) => Promise<readonly (readonly number[])[] | undefined>;
  /** Sentences of `teksten.yaml`, for drawing replies as channels do; the key while nothing was read. */
  readonly say: Say<string>;
  /** Tells that files were saved, so that they are read now. */
  readonly saved: () => void;
  readonly stop: () => Promise<void>;
}
