import { createHmac, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clean } from '../../core/index.ts';
import { writeAtomically } from '../../shared/atomic-write.ts';
import { createCachedFiles } from './cached-files.ts';
import { withLock } from './lock.ts';
import { makeStateFolder, STATE_FOLDER, stateFolder } from './state-folder.ts';

/** What an editor decided of a missed question. */
export const DECISIONS = ['bij', 'buiten', 'weg'] as const;
export type Decision = (typeof DECISIONS)[number];

/**
 * What was decided of missed questions: hashes with a key on disk, never a text. Each decision is a file of its own. That of
 * a save is one of the files it writes, so that undoing the save takes the decision back too.
 */
export interface Decided {
  /** Returns what was decided of each of these texts, by text. */
  readonly of: (texts: readonly string[]) => ReadonlyMap<string, Decision>;
  /** Returns what stands for these texts on disk, for `decisionEdit`. */
  readonly hashesOf: (texts: readonly string[]) => string[];
  /** Puts these texts away, without a save. */
  readonly putAway: (texts: readonly string[]) => void;
  /** Forgets what was decided of these texts. */
  readonly remove: (texts: readonly string[]) => void;
}

const FOLDER = 'gemist';
const KEY_FILE = 'gemist.sleutel';
const PATH = new RegExp(`^\\${STATE_FOLDER}/${FOLDER}/\\d+-[\\da-f]+\\.json$`);
const HASH = /^[\w-]{43}$/;
/** Of so many groups. Missed questions are kept for 28 days, so older decisions are of no use. */
const MAX_DECISIONS = 5_000;

/** A decision as its file has it. */
type Written = readonly [decision: Decision, ...hashes: string[]];

/** Returns the edit that makes a decision part of a save; none without hashes. What is no hash is left out. */
export function decisionEdit(hashes: readonly string[], decision: Decision): ReadonlyMap<string, string> {
  const own = hashes.filter((hash) => HASH.test(hash));
  if (own.length === 0) return new Map();
  const path = `${STATE_FOLDER}/${FOLDER}/${Date.now()}-${randomBytes(4).toString('hex')}.json`;
  return new Map([[path, JSON.stringify([decision, ...own] satisfies Written)]]);
}

/** Whether a path is that of a decision, not of a file of the knowledge. */
export function isDecision(path: string): boolean {
  return PATH.test(path);
}

/** Returns what was decided in a knowledge directory, with a key. */
export function createDecided(directory: string, key: string): Decided {
  const folder = stateFolder(directory, FOLDER);
  const hashOf = (text: string) =>
    createHmac('sha256', key).update(clean(text).toLowerCase().trim()).digest('base64url');
  const write = (path: string, text: string) => {
    makeStateFolder(directory, FOLDER);
    writeAtomically(join(directory, path), [Buffer.from(text)]);
  };
  return {
    of: (texts) => {
      const known = new Map(
        writtenIn(folder).flatMap(({ decision, hashes }) => hashes.map((hash) => [hash, decision] as const)),
      );
      return new Map(
        texts.flatMap((text): [string, Decision][] => {
          const decision = known.get(hashOf(text));
          return decision === undefined ? [] : [[text, decision]];
        }),
      );
    },
    hashesOf: (texts) => texts.map(hashOf),
    putAway: (texts) => {
      for (const [path, text] of decisionEdit(texts.map(hashOf), 'weg')) write(path, text);
    },
    remove: (texts) => {
      const gone = new Set(texts.map(hashOf));
      withLock(directory, () => {
        for (const { name, decision, hashes } of writtenIn(folder)) {
          const kept = hashes.filter((hash) => !gone.has(hash));
          if (kept.length === 0) rmSync(join(folder, name));
          else if (kept.length < hashes.length)
            write(`${STATE_FOLDER}/${FOLDER}/${name}`, JSON.stringify([decision, ...kept] satisfies Written));
        }
      });
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

const readCached = createCachedFiles();

/** The decisions in a folder, oldest first. Removes those over the limit. */
function writtenIn(folder: string) {
  const names = namesIn(folder);
  for (const name of names.slice(0, -MAX_DECISIONS)) rmSync(join(folder, name), { force: true });
  return names.slice(-MAX_DECISIONS).flatMap((name) => {
    try {
      const data: unknown = JSON.parse(Buffer.from(readCached(join(folder, name))).toString());
      if (!isWritten(data)) return [];
      const [decision, ...hashes] = data;
      return [{ name, decision, hashes }];
    } catch {
      // Gone meanwhile, or damaged: then its questions come back, and nothing is lost.
      return [];
    }
  });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => isDecision(`${STATE_FOLDER}/${FOLDER}/${name}`))
      .sort();
  } catch {
    return [];
  }
}

function isWritten(data: unknown): data is Written {
  return Array.isArray(data) && DECISIONS.some((one) => one === data[0]);
}
