import type { WorkbenchParts } from '../parts.ts';
import { liveKnowledge, targetOf } from '../publish/target.ts';
import type { Edits, WorkingCopy } from '../working-copy/types.ts';
import { isSame } from '../working-copy/write-files.ts';

/**
 * Returns the texts of what is live of the files that differ from it, new files as `undefined`; nothing when the workbench was
 * not told what is live, or nothing is.
 */
export function textsOfLive(copy: WorkingCopy, { live }: Pick<WorkbenchParts, 'live'>): Edits | undefined {
  const old = liveKnowledge(targetOf(copy.directory, live))?.files ?? new Map<string, Uint8Array>();
  if (old.size === 0) return undefined;
  const now = copy.read().files;
  const paths = [...new Set([...old.keys(), ...now.keys()])];
  return new Map(
    paths.flatMap((path): (readonly [string, string | undefined])[] => {
      const bytes = old.get(path);
      return isSame(bytes, now.get(path)) ? [] : [[path, bytes && new TextDecoder().decode(bytes)]];
    }),
  );
}
