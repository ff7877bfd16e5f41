import { watch } from 'node:fs';
import type { FSWatcher } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A folder of guidances is three deep. */
const DEEPEST = 6;

/**
 * Another text whenever a file may have changed: of every file its name, size, time and number. Links are followed, so
 * that the swap of a Kubernetes ConfigMap (`..data` points at another folder) shows.
 */
export async function markOf(directory: string): Promise<string> {
  const marks: string[] = [];
  const walk = async (folder: string, depth: number): Promise<void> => {
    const names = await readdir(folder).catch(() => []);
    for (const name of names.filter((one) => !one.startsWith('.')).sort()) {
      const path = join(folder, name);
      const found = await stat(path).catch(() => undefined);
      if (found?.isDirectory() === true && depth < DEEPEST) await walk(path, depth + 1);
      else if (found?.isFile() === true) marks.push(`${path} ${found.size} ${found.mtimeMs} ${found.ino}`);
    }
  };
  await walk(directory, 0);
  return marks.join('\n');
}

/** Calls when something happens in a directory; nothing where that cannot be told, as on some network disks. */
export function watched(directory: string, onChange: () => void): FSWatcher | undefined {
  try {
    const watcher = watch(directory, { persistent: false }, onChange);
    watcher.on('error', () => {
      watcher.close();
    });
    return watcher;
  } catch {
    return undefined;
  }
}
