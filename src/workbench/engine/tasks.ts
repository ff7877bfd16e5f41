import type { Knowledge, Language, Reply, TextDeclarations } from '../../core/index.ts';
import type { EntryState } from '../../evaluation/index.ts';
import type { Problem } from '../../knowledge/index.ts';
import type { Edits } from '../working-copy/types.ts';
import type { Comparison, Versions } from './comparison.ts';
import type { Tried } from './types.ts';

/** What a thread is started with. */
export interface ThreadData {
  readonly directory: string;
  readonly channelTexts: TextDeclarations;
}

/** A trained model with its key in the cache. */
export interface PackedModel {
  readonly key: string;
  readonly bytes: Uint8Array;
}

/** A version that a thread has read. */
export interface ReadVersion {
  readonly hash: string;
  readonly problems: readonly Problem[];
  /** The knowledge without entries and words, for sentences; absent when there are errors. */
  readonly frame: Knowledge | undefined;
}

/** What a thread can be asked: its input and its output. */
export interface Tasks {
  /** Reads the directory. */
  readonly read: { readonly input: undefined; readonly output: ReadVersion };
  /** Returns what checking finds in the directory with these edits. */
  readonly check: { readonly input: Edits | undefined; readonly output: readonly Problem[] };
  readonly preview: {
    readonly input: {
      readonly entry: string;
      readonly language: Language;
      readonly edits: Edits | undefined;
    };
    readonly output: Reply | undefined;
  };
  /** Trains the model of the directory; `undefined` when it has errors. */
  readonly fit: {
    readonly input: undefined;
    readonly output: { readonly hash: string; readonly model: PackedModel | undefined } | undefined;
  };
  /** Answers from now on with the version that was read last and its model. Returns whether that has this hash. */
  readonly use: {
    readonly input: { readonly hash: string; readonly model: PackedModel | undefined };
    readonly output: boolean;
  };
  readonly ask: { readonly input: readonly string[]; readonly output: Tried | undefined };
  /** See `Comparer`. */
  readonly estimate: {
    readonly input: { readonly versions: Versions; readonly milliseconds: number };
    readonly output: Comparison | undefined;
  };
  readonly compare: {
    readonly input: { readonly versions: Versions; readonly from: number; readonly to: number };
    readonly output: Comparison | undefined;
  };
  /** Groups texts that ask alike; `undefined` when the directory has errors. */
  readonly group: {
    readonly input: readonly string[];
    readonly output: readonly (readonly number[])[] | undefined;
  };
  /** Tries all variants with models that did not learn them; `undefined` when the directory has errors. */
  readonly states: {
    readonly input: undefined;
    readonly output:
      | {
          readonly hash: string;
          readonly states: ReadonlyMap<string, EntryState>;
          readonly problems: readonly Problem[];
        }
      | undefined;
  };
}

export type TaskName = keyof Tasks;
/** A task for a thread. */
export interface Request<Name extends TaskName = TaskName> {
  readonly id: number;
  readonly name: Name;
  readonly input: Tasks[Name]['input'];
}
/** What a thread answers to the request with that id. */
export type Response =
  | { readonly id: number; readonly output: Tasks[TaskName]['output'] }
  | { readonly id: number; readonly error: string };
/** Functions for all tasks. */
export type Handlers = {
  readonly [Name in TaskName]: (input: Tasks[Name]['input']) => Tasks[Name]['output'];
};
