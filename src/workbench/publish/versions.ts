import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint, readFiles } from '../../knowledge/index.ts';
import { makeStateFolder, stateFolder } from '../working-copy/state-folder.ts';
import { copyKnowledge } from './replace-directory.ts';

/** A version that was live, with a copy of its files. */
export interface LiveVersion {
  readonly id: string;
  readonly at: Date;
  readonly hash: string;
  /** Where its copy is. */
  readonly directory: string;
}

const FOLDER = 'live';
const MAX_VERSIONS = 10;
const ID = /^\d{8}T\d{9}$/;

/** Returns the versions that were live, newest first. */
export function liveVersions(directory: string): LiveVersion[] {
  return namesIn(stateFolder(directory, FOLDER)).flatMap((id) => {
    const copy = stateFolder(directory, FOLDER, id);
    try {
      const { at, hash } = JSON.parse(readFileSync(`${copy}.json`, 'utf8')) as {
        readonly at: string;
        readonly hash: string;
      };
      return [{ id, at: new Date(at), hash, directory: copy }];
    } catch {
      return [];
    }
  });
}

/** Keeps a copy of what is live, unless it is kept already. @throws the error of the file system */
export function keepVersion(directory: string, live: string): void {
  const hash = hashOf(live);
  if (hash === undefined) return;
  if (liveVersions(directory).some((version) => version.hash === hash)) return;
  const at = new Date().toISOString();
  const id = at.replace(/[-:.Z]/g, '');
  const folder = makeStateFolder(directory, FOLDER);
  copyKnowledge(live, join(folder, id));
  // Last, so that half a copy is no version.
  writeFileSync(join(folder, `${id}.json`), JSON.stringify({ at, hash }));
}

/** Forgets the oldest versions over ten; never the one that is live. What cannot be removed now stays until the next time. */
export function pruneVersions(directory: string, live: string): void {
  const hash = hashOf(live);
  const others = liveVersions(directory).filter((version) => version.hash !== hash);
  for (const { directory: copy } of others.slice(MAX_VERSIONS - 1)) {
    try {
      rmSync(copy, { recursive: true, force: true });
      rmSync(`${copy}.json`, { force: true });
    } catch {
      // In use by another program.
    }
  }
}

/** Returns the fingerprint of the knowledge in a directory; `undefined` when there is none. */
export function hashOf(directory: string): string | undefined {
  try {
    return fingerprint(readFiles(directory).files);
  } catch {
    return undefined;
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => ID.test(name))
      .sort()
      .reverse();
  } catch {
    return [];
  }
}
