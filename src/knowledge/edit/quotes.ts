import { parse } from 'yaml';
import { collapse } from '../source.ts';
import { editYaml } from './yaml.ts';
import type { Edit, Path } from './yaml.ts';

/** The keys of entries and of the self-check that hold quotes. */
const KEYS = ['citaten', 'vragen', 'advies', 'aanhef'] as const;

/** Replaces quotes in a file of entries or of a self-check, and leaves the rest as it is. `now`: new texts by old one. */
export function replaceQuotes(text: string, now: ReadonlyMap<string, string>): string {
  const data: unknown = parse(text);
  const entries = Array.isArray(data)
    ? data.map((entry, at) => [[at], entry] as const)
    : [[[], data] as const];
  const edits = entries.flatMap(([path, entry]: readonly [Path, unknown]): Edit[] =>
    KEYS.flatMap((key) => textsAt([...path, key], (entry as Readonly<Record<string, unknown>>)[key])).flatMap(
      ([place, quote]) => {
        const value = now.get(collapse(quote));
        return value === undefined ? [] : [{ path: place, value }];
      },
    ),
  );
  return editYaml(text, edits);
}

function textsAt(path: Path, value: unknown): (readonly [Path, string])[] {
  if (typeof value === 'string') return [[path, value]];
  return Array.isArray(value) ? value.map((item, at) => [[...path, at], String(item)] as const) : [];
}
