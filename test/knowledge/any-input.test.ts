import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { explainIssue } from '../../src/knowledge/advice/explain-issue.ts';
import { decode, readYaml } from '../../src/knowledge/read-yaml.ts';
import type { Problem } from '../../src/knowledge/problems.ts';
import { SCHEMAS } from '../../src/knowledge/schema.ts';
import { guidanceFiles, problemsOf } from '../fixtures/guidance.ts';

const files = guidanceFiles();
const own = [...files.keys()].filter((path) => !path.startsWith('basis/'));
const NAMES =
  'id soort onderwerp vraag varianten antwoord citaten elders verwant en nl bij vragen negeren afkortingen spelling opdrachten synoniemen woorden gewicht help url naam'.split(
    ' ',
  );
const kinds = fc.constantFrom(...(Object.keys(SCHEMAS) as (keyof typeof SCHEMAS)[]));

/** Words of programmers, that the schema library uses in its messages. */
const FOREIGN = /\b(expected|invalid|received|number|record|tuple|array|object|string|undefined|null|NaN)\b/;

/** Values with the names that the schemas know, so that faults lie deep. */
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.jsonValue({ maxDepth: 0 }),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...NAMES), tie('value'), { maxKeys: 4 }),
  ),
}));

describe('whatever the files hold', () => {
  it('bytes in the place of a file give advice, never a crash', () => {
    const bytes = fc.oneof(
      fc.uint8Array(),
      fc.string().map((text) => new TextEncoder().encode(text)),
    );
    fc.assert(
      fc.property(fc.constantFrom(...own), bytes, (path, content) => {
        const reported = problemsOf({ [path]: content });
        expect(reported.filter((line) => !line.startsWith('thuiswerken/'))).toEqual([]);
        expect(reported).not.toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('any value against any schema gives data, or problems in Dutch', () => {
    fc.assert(
      fc.property(value, kinds, (content, kind) => {
        const problems: Problem[] = [];
        const read = readYaml({ file: 'f', text: JSON.stringify(content) }, SCHEMAS[kind], problems);
        expect(read === undefined).toBe(problems.length > 0);
        const reported = problems.map(({ message, advice }) => `${message} ${advice}`);
        expect(reported.filter((line) => FOREIGN.test(line.replaceAll(/“[^”]*”/g, '')))).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('text that is decoded is the same text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        fc.pre(text.trim() !== '' && !text.startsWith('\uFEFF'));
        expect(decode('f', new TextEncoder().encode(text), [])).toEqual({ file: 'f', text });
      }),
    );
  });
});

describe('a schema fault of a kind that no file can cause today', () => {
  it('still gets advice', () => {
    expect(
      explainIssue(
        { code: 'custom', path: ['vraag'], message: 'x', input: 1 },
        { vraag: 1 },
        { keys: new Map() },
      ),
    ).toEqual({
      kind: 'vorm',
      message: '“vraag” heeft niet de goede vorm.',
      advice: 'Kijk in knowledge/README.md hoe het hoort.',
    });
  });
});
