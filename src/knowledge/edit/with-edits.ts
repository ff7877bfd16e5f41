import type { Files } from '../files.ts';
import type { TextEdits } from './entry-files.ts';

/** Returns files as they are after edits. */
export function withEdits(files: Files, edits: TextEdits): Files {
  const gone = new Set([...edits].filter(([, text]) => text === undefined).map(([path]) => path));
  const kept = [...files].filter(([path]) => !gone.has(path));
  const encoder = new TextEncoder();
  return new Map([
    ...kept,
    ...[...edits].flatMap(([path, text]) =>
      text === undefined ? [] : [[path, encoder.encode(text)] as const],
    ),
  ]);
}
