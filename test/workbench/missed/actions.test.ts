import { describe, expect, it } from '@jest/globals';
import { createEntryReader, withEdits } from '../../../src/knowledge/edit/index.ts';
import { editsForEntry } from '../../../src/workbench/missed/actions.ts';
import { knownEntries } from '../../../src/workbench/working-copy/known-entries.ts';

const PATH = 'fietsen/vragen/stalling.yaml';
const QUESTION = '- id: plek\n  vraag: Where may I park?\n  varianten:\n    - a place to park\n';
const ENGLISH_PART = '  en:\n    vraag: Where may I park?\n    varianten:\n      - a place to park\n';

/** The files after the question `any room left` was added, in a language. */
function added(language: 'nl' | 'en', guidance: string, entries: string): string[] {
  const encoder = new TextEncoder();
  const files = new Map([
    ['fietsen/handreiking.yaml', encoder.encode(guidance)],
    [PATH, encoder.encode(entries)],
  ]);
  const known = knownEntries({ files, slugs: ['fietsen'] }, createEntryReader());
  const edits = known.flatMap((entry) => [
    ...editsForEntry(files, entry, [{ wanted: 'any room left', language }], 'variant'),
  ]);
  const decoder = new TextDecoder();
  return edits.map(([path]) => decoder.decode(withEdits(files, new Map(edits)).get(path)));
}

describe('a question that becomes a variant', () => {
  it('comes in the list of an entry in a guidance in English', () => {
    expect(added('en', 'taal: en\n', QUESTION)).toEqual([`${QUESTION}    - any room left\n`]);
  });

  it('comes in the English part of an entry in a Dutch guidance', () => {
    const entries = `${QUESTION}${ENGLISH_PART}`;
    expect(added('en', 'talen: [nl, en]\n', entries)).toEqual([`${entries}      - any room left\n`]);
  });

  it('is a practice question where the entry has no English', () => {
    expect(added('en', 'talen: [nl, en]\n', QUESTION)).toEqual([
      '- bij: plek\n  vragen:\n    - any room left\n',
    ]);
  });

  it('comes in the Dutch list when it is Dutch', () => {
    const entries = `${QUESTION}${ENGLISH_PART}`;
    expect(added('nl', 'talen: [nl, en]\n', entries)).toEqual([
      `${QUESTION}    - any room left\n${ENGLISH_PART}`,
    ]);
  });
});
