import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseSnapshot } from '../evaluation/snapshot.ts';
import type { Snapshot } from '../evaluation/snapshot.ts';
import { StartError } from '../shared/start-error.ts';

const COMMAND = 'src/cli/compare.ts';
const LOCK = 'package-lock.json';
/** Characters that are shown of the standard error of a version that fails. */
const MAX_REASON = 2_000;

/** A version in git, and what to ask it. */
export interface VersionParts {
  /** The repository, with its packages installed. */
  readonly root: string;
  /** Anything that git understands: a branch, `HEAD~3`, a hash. */
  readonly version: string;
  /** The conversations to hold. */
  readonly conversations: Snapshot;
  /** A knowledge directory in place of the version's own. */
  readonly knowledge?: string | undefined;
}

/**
 * Checks out a version in a temporary worktree and returns the snapshot that its own `compare --save` takes.
 * @throws {StartError} when git does not know the version, when it is too old to have that command, or when it fails
 */
export function snapshotOfVersion({ root, version, conversations, knowledge }: VersionParts): Snapshot {
  requireVersion(root, version);
  if (!succeeds(root, 'cat-file', '-e', `${version}:${COMMAND}`))
    throw new StartError(
      `De versie ${version} is te oud om mee te vergelijken: ${COMMAND} bestond toen nog niet.`,
    );
  return withVersion(root, version, (tree, folder) => {
    const [asked, saved] = [join(folder, 'asked.json'), join(folder, 'saved.json')];
    installPackages(root, tree);
    writeFileSync(asked, JSON.stringify(conversations));
    const own = knowledge === undefined ? [] : ['--knowledge', resolve(knowledge)];
    const args = [join(tree, COMMAND), '--save', saved, '--conversations', asked, ...own];
    run(process.execPath, args, tree);
    return parseSnapshot(readFileSync(saved, 'utf8'));
  });
}

/**
 * Checks out a version in a temporary worktree, for as long as `use` takes; `folder` is for files of its own.
 * @throws {StartError} when git does not know the version, or when `use` fails
 */
export function withVersion<T>(root: string, version: string, use: (tree: string, folder: string) => T): T {
  requireVersion(root, version);
  const folder = mkdtempSync(join(tmpdir(), 'handreiking-compare-'));
  const tree = join(folder, 'tree');
  try {
    run('git', ['worktree', 'add', '--detach', tree, version], root);
    return use(tree, folder);
  } catch (error) {
    if (error instanceof StartError) throw error;
    const reason = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    throw new StartError(`De versie ${version} kan niet worden vergeleken:\n${reason.slice(0, MAX_REASON)}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    run('git', ['worktree', 'prune'], root);
  }
}

/** The top folder of the git repository that a folder is in; `undefined` outside git, and without git. */
export function topOfRepository(folder: string): string | undefined {
  try {
    return run('git', ['rev-parse', '--show-toplevel'], folder).trim();
  } catch {
    return undefined;
  }
}

function requireVersion(root: string, version: string): void {
  if (!succeeds(root, 'rev-parse', '--verify', '--quiet', `${version}^{commit}`))
    throw new StartError(`“${version}” is geen versie in git en geen bestand.`);
}

function succeeds(root: string, ...args: readonly string[]): boolean {
  try {
    run('git', args, root);
    return true;
  } catch {
    return false;
  }
}

/** Links the packages of this checkout when the version runs with the same ones; else installs its own. */
function installPackages(root: string, tree: string): void {
  const [here, there] = [root, tree].map((folder) => packagesIn(readFileSync(join(folder, LOCK), 'utf8')));
  if (here === there) symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
  else run('npm', ['ci', '--omit=dev', '--ignore-scripts'], tree);
}

/** The packages that a lock file installs outside development, as text. */
function packagesIn(lock: string): string {
  const { packages } = JSON.parse(lock) as {
    packages: Readonly<Record<string, { readonly dev?: boolean; readonly integrity?: string }>>;
  };
  const used = Object.entries(packages).filter(([, { dev }]) => dev !== true);
  return used.map(([path, { integrity = '' }]) => `${path} ${integrity}\n`).join('');
}

function run(program: string, args: readonly string[], folder: string): string {
  return execFileSync(program, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}
