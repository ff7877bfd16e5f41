import { readFileSync, statSync } from 'node:fs';

/**
 * Returns a function that reads a file by its path on disk, again only when its size, time or inode number changed: an
 * unchanged file keeps its bytes. `onRead` gets what was read. The function throws what the file system does.
 */
export function createCachedFiles(
  onRead: (bytes: Uint8Array) => void = () => undefined,
): (path: string) => Uint8Array {
  const cached = new Map<string, { readonly stats: string; readonly bytes: Uint8Array }>();
  return (path) => {
    const { size, mtimeMs, ino } = statSync(path);
    const stats = `${size} ${mtimeMs} ${ino}`;
    const known = cached.get(path);
    if (known?.stats === stats) return known.bytes;
    const bytes = readFileSync(path);
    cached.set(path, { stats, bytes });
    onRead(bytes);
    return bytes;
  };
}
