import type { Entry } from '../model.ts';
import { parseText } from './normalize.ts';

/** Returns the entries of which an editor wrote these tokens as the question or a variant. */
export type FindLiteral = (tokens: readonly string[]) => readonly Entry[];

/** Creates the lookup; the table is built on its first use. */
export function createLiteralLookup(entries: readonly Entry[]): FindLiteral {
  let table: Map<string, Set<Entry>> | undefined;
  return (tokens) => {
    table ??= buildTable(entries);
    return [...(table.get(tokens.join(' ')) ?? [])];
  };
}

function buildTable(entries: readonly Entry[]): Map<string, Set<Entry>> {
  const table = new Map<string, Set<Entry>>();
  for (const entry of entries) {
    for (const { question, variants } of Object.values(entry.wording)) {
      for (const text of [question, ...variants]) {
        const key = parseText(text).tokens.join(' ');
        table.set(key, (table.get(key) ?? new Set()).add(entry));
      }
    }
  }
  return table;
}
