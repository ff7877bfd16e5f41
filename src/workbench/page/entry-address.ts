import { guidanceIn, ownId } from '../../core/index.ts';
import type { WorkingFiles } from '../working-copy/types.ts';

/** Returns the folder of the guidance that an entry is in: mostly its name, else the one whose handreiking.yaml has it. */
export function folderOf({ files, slugs }: Pick<WorkingFiles, 'files' | 'slugs'>, id: string): string {
  const name = guidanceIn(id);
  const hasName = (slug: string) => {
    const text = new TextDecoder().decode(files.get(`${slug}/handreiking.yaml`));
    return /^naam:\s*["']?([^"'\s#]*)/m.exec(text)?.[1] === name;
  };
  return slugs.find(hasName) ?? name;
}

/** Returns the address of the form of an entry in a folder. */
export function addressOfEntry(folder: string, id: string): string {
  return `/vragen/${encodeURIComponent(folder)}/${encodeURIComponent(ownId(id))}`;
}
