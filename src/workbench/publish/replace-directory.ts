import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { writeAtomically } from '../../shared/atomic-write.ts';
import { isSame } from '../working-copy/write-files.ts';
import { foldersIn } from './target.ts';

/**
 * Copies the folders of a knowledge directory, without hidden files, into one that is not there yet.
 * @throws {Error} when there are none; the error of the file system
 */
export function copyKnowledge(from: string, to: string): void {
  const folders = foldersIn(from);
  if (folders.length === 0) throw new Error(`no knowledge in ${from}`);
  mkdirSync(to, { recursive: true });
  const filter = (path: string) => !isHidden(relative(from, path));
  for (const name of folders) cpSync(join(from, name), join(to, name), { recursive: true, filter });
}

/**
 * Gives a directory the knowledge folders of another one; files beside them stay. They are written beside it, and then the
 * two directories are swapped, so that nobody reads half of each. Where that cannot be (a mount, a directory in use on
 * Windows, hidden files as those of git), every file is replaced by itself, and the bot waits until nothing changes.
 * @throws the error of the file system; the directory is then as it was, or is being read whole
 */
export function replaceKnowledge(from: string, target: string): void {
  const suffix = randomBytes(4).toString('hex');
  const [fresh, old] = [`${target}.nieuw-${suffix}`, `${target}.oud-${suffix}`];
  try {
    copyKnowledge(from, fresh);
    if (!existsSync(target)) {
      renameSync(fresh, target);
      return;
    }
    if (!hasHidden(target) && swap(target, fresh, old)) return;
    replaceFiles(fresh, target);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    rmSync(old, { recursive: true, force: true });
  }
}

/** Whether the directory could be swapped. */
function swap(target: string, fresh: string, old: string): boolean {
  for (const { name } of readdirSync(target, { withFileTypes: true }).filter((item) => item.isFile()))
    cpSync(join(target, name), join(fresh, name));
  try {
    renameSync(target, old);
  } catch {
    return false;
  }
  try {
    renameSync(fresh, target);
    return true;
  } catch (error) {
    renameSync(old, target);
    throw error;
  }
}

function replaceFiles(from: string, target: string): void {
  const paths = filesIn(from);
  for (const path of paths) {
    const [bytes, file] = [readFileSync(join(from, path)), join(target, path)];
    mkdirSync(dirname(file), { recursive: true });
    if (!existsSync(file) || !isSame(readFileSync(file), bytes)) writeAtomically(file, [bytes]);
  }
  const kept = new Set(paths);
  for (const path of filesIn(target)) if (!kept.has(path)) rmSync(join(target, path));
  for (const name of foldersIn(target))
    if (!existsSync(join(from, name))) rmSync(join(target, name), { recursive: true });
}

/** The files in the folders of a knowledge directory, without hidden ones and those in hidden folders. */
function filesIn(directory: string): string[] {
  return foldersIn(directory).flatMap((folder) =>
    readdirSync(join(directory, folder), { recursive: true, withFileTypes: true })
      .filter((item) => item.isFile())
      .map((item) => relative(directory, join(item.parentPath, item.name)))
      .filter((path) => !isHidden(path)),
  );
}

const hasHidden = (directory: string) =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' }).some(isHidden);
/** Whether a path in a knowledge directory is hidden, or in a hidden folder. */
const isHidden = (path: string) => path.split(sep).some((name) => name.startsWith('.'));
