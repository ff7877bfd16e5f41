import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { versionIn } from './differences.ts';
import type { KnowledgeVersion } from './differences.ts';

/** Folders of a knowledge directory that are no guidance. */
const SHARED = new Set(['basis', 'schema']);

/**
 * Where "Zet live" leads. `none`: the workbench was not told. `same`: the working copy is what the bot reads, so saving is
 * going live. `refused`: something else is there; `reason` is Dutch.
 */
export type Target =
  | { readonly kind: 'none' }
  | { readonly kind: 'same' }
  | { readonly kind: 'other'; readonly directory: string }
  | { readonly kind: 'refused'; readonly directory: string; readonly reason: string };

/** Returns where "Zet live" leads. `live`: the folder that the bot reads. */
export function targetOf(directory: string, live: string | undefined): Target {
  if (live === undefined) return { kind: 'none' };
  const [own, target] = [realPath(directory), realPath(live)];
  if (own === target) return { kind: 'same' };
  const refused = (reason: string): Target => ({ kind: 'refused', directory: live, reason });
  if (isInside(own, target) || isInside(target, own))
    return refused('De ene map zit in de andere. Kies een map naast die waarin je werkt.');
  if (!existsSync(target)) return { kind: 'other', directory: target };
  if (!statSync(target).isDirectory()) return refused('Dit is geen map.');
  const foreign = foldersIn(target).find((name) => !isKnowledge(target, name));
  // Going live replaces the folders: those of anything else would be lost.
  if (foreign !== undefined)
    return refused(
      `Daar staat ook “${foreign}”, en dat is geen handreiking. Kies een map met alleen kennis.`,
    );
  return { kind: 'other', directory: target };
}

/** Returns the knowledge in the folder that is not the working copy, empty when there is none; `undefined` without such a folder. */
export function liveKnowledge(target: Target): KnowledgeVersion | undefined {
  return target.kind === 'other' ? versionIn(target.directory) : undefined;
}

/** Returns the names of the folders in a knowledge directory, without hidden ones. */
export function foldersIn(directory: string): string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { withFileTypes: true })
    .filter((item) => item.isDirectory() && !item.name.startsWith('.'))
    .map(({ name }) => name);
}

function isKnowledge(target: string, name: string): boolean {
  return SHARED.has(name) || existsSync(join(target, name, 'handreiking.yaml'));
}

function isInside(inner: string, outer: string): boolean {
  const path = relative(outer, inner);
  return path !== '' && path !== '..' && !path.startsWith(`..${sep}`) && resolve(outer, path) === inner;
}

/** The path without links; as it is when there is nothing yet. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}
