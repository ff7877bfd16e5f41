import { createHmac, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clean } from '../../core/index.ts';
import { writeAtomically } from '../../shared/atomic-write.ts';
import { withLock } from '../working-copy/lock.ts';
import { makeStateFolder, stateFolder } from '../working-copy/state-folder.ts';

/** What an editor decided of a missed question. */
export const DECISIONS = ['bij', 'buiten', 'weg'] as const;
export type Decision = (typeof DECISIONS)[number];

/** What was decided of missed questions: hashes with a key on disk, never a text. */
export interface Decided {
  /** Returns what was decided of each of these texts, by text. */
  readonly of: (texts: readonly string[]) => ReadonlyMap<string, Decision>;
  readonly add: (texts: readonly string[], decision: Decision) => void;
  /** Forgets what was decided of these texts. */
  readonly remove: (texts: readonly string[]) => void;
}

const FILE = 'gemist.json';
const KEY_FILE = 'gemist.sleutel';
/** Missed questions are kept for 28 days, so older decisions are of no use. */
const MAX_DECIDED = 50_000;

type Pair = readonly [hash: string, decision: Decision];

/** Returns what was decided in a knowledge directory, with a key. */
export function createDecided(directory: string, key: string): Decided {
  const hashOf = (text: string) =>
    createHmac('sha256', key).update(clean(text).toLowerCase().trim()).digest('base64url');
  const change = (edit: (known: readonly Pair[]) => readonly Pair[]) => {
    withLock(directory, () => {
      const pairs = edit(pairsIn(directory)).slice(-MAX_DECIDED);
      writeAtomically(join(makeStateFolder(directory), FILE), [Buffer.from(JSON.stringify(pairs))]);
    });
  };
  return {
    of: (texts) => {
      const known = new Map(pairsIn(directory));
      return new Map(
        texts.flatMap((text): [string, Decision][] => {
          const decision = known.get(hashOf(text));
          return decision === undefined ? [] : [[text, decision]];
        }),
      );
    },
    add: (texts, decision) => {
      const added = new Map(texts.map((text) => [hashOf(text), decision]));
      change((known) => [...known.filter(([hash]) => !added.has(hash)), ...added]);
    },
    remove: (texts) => {
      const gone = new Set(texts.map(hashOf));
      change((known) => known.filter(([hash]) => !gone.has(hash)));
    },
  };
}

/** Returns the key of a knowledge directory, for questions that come from a file; makes it the first time. */
export function ownKey(directory: string): string {
  const path = join(makeStateFolder(directory), KEY_FILE);
  try {
    writeFileSync(path, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(path, 'utf8');
}

function pairsIn(directory: string): readonly Pair[] {
  try {
    const data: unknown = JSON.parse(readFileSync(stateFolder(directory, FILE), 'utf8'));
    return Array.isArray(data) ? (data as Pair[]).filter(isPair) : [];
  } catch {
    // Absent, or damaged: then questions come back, and nothing is lost.
    return [];
  }
}

function isPair(pair: unknown): pair is Pair {
  return Array.isArray(pair) && typeof pair[0] === 'string' && DECISIONS.some((one) => one === pair[1]);
}
