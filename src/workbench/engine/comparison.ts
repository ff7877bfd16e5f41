import type { Change } from '../../evaluation/index.ts';
import type { Edits } from '../working-copy/types.ts';

/** Two versions of the knowledge, each as the directory with edits. */
export interface Versions {
  readonly before: Edits;
  readonly after: Edits;
}

/** A part of the known questions, asked in two versions. */
export interface Comparison {
  /** Fingerprints of both versions. */
  readonly hashes: string;
  /** Questions that get another entry or another kind of reply, and all new ones; worst first. */
  readonly changes: readonly Change[];
  /** Ids of the entries whose answer reads differently, with their question. */
  readonly rewritten: readonly { readonly entry: string; readonly question: string }[];
  /** How many questions were asked, of how many. */
  readonly asked: number;
  readonly total: number;
}

/** A question that gets another reply, or a new one. */
export interface ComparedQuestion extends Change {
  /**
   * `expected`: by the estimate; `confirmed`: also after training afresh; `withdrawn`: the estimate was wrong; `found`: only
   * training afresh showed it.
   */
  readonly certainty: 'expected' | 'confirmed' | 'withdrawn' | 'found';
}

/** A comparison of two versions, as far as it is. */
export interface ComparisonState {
  /**
   * `estimating`, then `training` afresh, then `checking` all other questions; `refused`: a version has errors; `outdated`: the
   * directory changed meanwhile; `stopped`: another comparison was started.
   */
  readonly phase:
    'estimating' | 'training' | 'checking' | 'done' | 'refused' | 'outdated' | 'stopped' | 'failed';
  /** Worst first; what was withdrawn last. */
  readonly questions: readonly ComparedQuestion[];
  readonly rewritten: Comparison['rewritten'];
  /** Questions that were asked to models that were trained afresh, of all known ones. */
  readonly asked: number;
  readonly total: number;
  /** Milliseconds until the estimate was there. */
  readonly took?: number;
}

/** Whether a comparison goes on, so that a later look shows more. */
export function isRunning({ phase }: ComparisonState): boolean {
  return phase === 'estimating' || phase === 'training' || phase === 'checking';
}

/** Compares versions in the background. */
export interface Comparisons {
  /** Starts a comparison, and stops another one, unless it was done or goes on; returns its id. `onDisk` tells versions of the directory apart. */
  readonly start: (versions: Versions, onDisk: string) => string;
  /** Returns a comparison as far as it is; `undefined` when it is not remembered. */
  readonly state: (id: string) => ComparisonState | undefined;
  /** Resolves when a comparison has its estimate, or after so many milliseconds. */
  readonly estimated: (id: string, milliseconds: number) => Promise<void>;
}
