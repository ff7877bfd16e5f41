import { parse } from 'yaml';
import { CHECKLIST_ID } from '../../core/index.ts';
import { collapse } from '../source.ts';
import { editYaml } from './yaml.ts';
import type { Edit, Path } from './yaml.ts';

/** The keys of entries and of the self-check that hold quotes. */
const KEYS = ['citaten', 'vragen', 'advies', 'aanhef'] as const;

/** A quote as it is in a file. */
interface FileQuote {
  /** Id of its entry; that of the self-check for one of `zelfcheck.yaml`. */
  readonly entry: string;
  readonly path: Path;
  /** Without line breaks. */
  readonly quote: string;
}

/** Returns the quotes in a file of entries or of a self-check, in order. @throws {Error} when it is not YAML */
export function quotesIn(text: string): FileQuote[] {
  const data: unknown = parse(text);
  const entries = Array.isArray(data)
    ? data.map((entry, at) => [[at], entry] as const)
    : [[[], data] as const];
  return entries.flatMap(([path, entry]) => quotesInData(path, entry));
}

/** Returns the quotes of an entry or of a self-check, which is at `path` in its file. */
export function quotesInData(path: Path, data: unknown): FileQuote[] {
  const fields = (data ?? {}) as Readonly<Record<string, unknown>>;
  const id = typeof fields['id'] === 'string' ? fields['id'] : CHECKLIST_ID;
  return KEYS.flatMap((key) =>
    textsAt([...path, key], fields[key]).map(([place, quote]) => ({
      entry: id,
      path: place,
      quote: collapse(quote),
    })),
  );
}

/** Replaces quotes in a file of entries or of a self-check, and leaves the rest as it is. `now`: new texts by old one. */
export function replaceQuotes(text: string, now: ReadonlyMap<string, string>): string {
  const edits = quotesIn(text).flatMap(({ path, quote }): Edit[] => {
    const value = now.get(quote);
    return value === undefined ? [] : [{ path, value }];
  });
  return editYaml(text, edits);
}

function textsAt(path: Path, value: unknown): (readonly [Path, string])[] {
  if (typeof value === 'string') return [[path, value]];
  return Array.isArray(value) ? value.map((item, at) => [[...path, at], String(item)] as const) : [];
}
