import type { Language, Reply, Say } from '../../core/index.ts';
import type { Problem } from '../../knowledge/index.ts';
import type { Edits } from '../working-copy/types.ts';

/** What the bot knows of the working copy. */
export interface EngineStatus {
  /**
   * `reading`: files are read and checked; `practising`: a model is being trained; `ready`: it answers from the working copy;
   * `refused`: the working copy has errors, and the last good version goes on answering.
   */
  readonly phase: 'reading' | 'practising' | 'ready' | 'refused';
  /** Errors, warnings and advice of the version that was read last. */
  readonly problems: readonly Problem[];
  /** Fingerprint of the knowledge that answers; absent before the first. */
  readonly hash?: string;
}

/** Answers about the working copy, in the background. */
export interface Engine {
  readonly status: () => EngineStatus;
  /** Returns all messages of the check (without training) for the working copy, with these edits. */
  readonly check: (edits?: Edits) => Promise<readonly Problem[]>;
  /** Returns the reply of an entry composed with the edits; `undefined` when they have errors. */
  readonly preview: (
    entry: string,
    options: { readonly language: Language; readonly edits?: Edits },
  ) => Promise<Reply | undefined>;
  /** Sentences of `teksten.yaml`, for drawing replies as channels do. */
  readonly say: Say<string>;
  /** Tells that files were saved, so that they are read now. */
  readonly saved: () => void;
  readonly stop: () => Promise<void>;
}
