import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { globSync, readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import type { Data, DataMap } from '../../../src/knowledge/edit/draw.ts';
import { readData, rewriteYaml } from '../../../src/knowledge/edit/yaml.ts';

describe('rewriting any YAML', () => {
  const scalar = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '#',
      '- x',
      'a: b',
      "'",
      '"',
      'null',
      '1',
      ' x ',
      'a\nb',
      'a\n\n',
      '\n',
      '  \n x',
      'a\r\nb',
      '[',
      '💬',
      '?',
      '!x',
      '&a',
      '',
      '\t',
      '---',
      '...',
      '% x',
      '\u2028',
      '\uFEFF',
      'x '.repeat(900),
    ),
  );
  const list = fc.array(scalar, { maxLength: 4 });
  const entry = fc.record(
    {
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      vraag: scalar,
      varianten: list,
      antwoord: scalar,
      negeer: fc.array(fc.record({ soort: scalar, reden: scalar }, { noNullPrototype: true }), {
        maxLength: 2,
      }),
      en: fc.record({ vraag: scalar, varianten: list }, { requiredKeys: ['vraag'], noNullPrototype: true }),
      buiten: fc.constant(true as const),
    },
    { requiredKeys: ['id'], noNullPrototype: true },
  );
  const file = fc.array(entry, { maxLength: 4 });
  const style = fc.record({
    defaultStringType: fc.constantFrom(
      'PLAIN',
      'QUOTE_SINGLE',
      'QUOTE_DOUBLE',
      'BLOCK_FOLDED',
      'BLOCK_LITERAL',
    ),
    collectionStyle: fc.constantFrom('any', 'flow'),
    indentSeq: fc.boolean(),
    indent: fc.constantFrom(2, 4),
    lineWidth: fc.constantFrom(0, 30),
  });

  it('makes any file hold any data, and changes nothing when they are the same', () => {
    fc.assert(
      fc.property(
        file,
        file,
        style,
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        (old, wanted, options, isWindows, hasMark, isOpen) => {
          const plain = stringify(old, options as object);
          const lines = isWindows ? plain.replaceAll('\n', '\r\n') : plain;
          const text = `${hasMark ? '\uFEFF' : ''}${isOpen ? lines.trimEnd() : lines}`;
          fc.pre(JSON.stringify(readData(text)) === JSON.stringify(old));
          expect(rewriteYaml(text, old)).toBe(text);
          expect(readData(rewriteYaml(text, wanted))).toEqual(wanted);
        },
      ),
      { numRuns: 150 },
    );
  });

  it.each(globSync('knowledge/**/*.yaml'))(
    'leaves %s as it is, and changes one text on its own lines',
    (path) => {
      const text = readFileSync(path, 'utf8');
      const data = readData(text);
      expect(rewriteYaml(text, data)).toBe(text);
      if (!Array.isArray(data)) return;
      const at = Math.floor(data.length / 2);
      const item: unknown = data[at];
      if (typeof item !== 'object' || item === null) return;
      const [key = ''] = Object.keys(item)
        .filter((name) => typeof (item as DataMap)[name] === 'string')
        .slice(-1);
      const changed = rewriteYaml(text, data.with(at, { ...item, [key]: 'Let op: "nieuw" # tekst' }) as Data);
      expect(parse(changed)).toEqual(data.with(at, { ...item, [key]: 'Let op: "nieuw" # tekst' }));
      expect(changedLines(text, changed)).toBe(1);
    },
  );
});

/** Lines of the new text between what both texts begin and end with. */
function changedLines(before: string, after: string): number {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const same = now.findIndex((line, at) => line !== old[at]);
  const end = now.toReversed().findIndex((line, at) => line !== old.at(-1 - at));
  return now.length - end - same;
}
