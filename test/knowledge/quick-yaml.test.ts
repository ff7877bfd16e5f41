import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { SHIPPED_KNOWLEDGE } from '../../src/knowledge/index.ts';
import { quickYaml } from '../../src/knowledge/quick-yaml.ts';

/** What the `yaml` package makes of a text; nothing when it finds a fault. */
function slowYaml(text: string): { readonly data: unknown } | undefined {
  try {
    return { data: parse(text, { logLevel: 'error' }) as unknown };
  } catch {
    return undefined;
  }
}

/** Either the same as the slow parser, or nothing. */
function expectSame(text: string): void {
  const quick = quickYaml(text);
  if (quick !== undefined) expect([text, quick]).toEqual([text, slowYaml(text)]);
}

const SHIPPED = readdirSync(SHIPPED_KNOWLEDGE, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.yaml'),
);

describe('YAML read quickly', () => {
  it.each(SHIPPED)('is what the shipped file is: %s', (name) => {
    const text = readFileSync(join(SHIPPED_KNOWLEDGE, name), 'utf8');
    expect(quickYaml(text) ?? slowYaml(text)).toEqual(slowYaml(text));
  });

  it.each([
    ['a name that stands twice', 'a: b\na: c\n'],
    ['a tab', 'a:\tb\n'],
    ['an anchor', 'a: &b c\n'],
    ['an alias', '- *b\n'],
    ['a tag', 'a: !!str 1\n'],
    ['a block text', 'a: |\n  b\n'],
    ['two documents', 'a: b\n---\nc: d\n'],
    ['a quote that is not closed', 'a: "b\n'],
  ])('is left to the slow parser when it has %s', (_, text) => {
    expect(quickYaml(text)).toBeUndefined();
  });

  it.each([
    'a: 0x1f',
    'a: 1e3',
    'a: .5',
    'a: 007',
    'a: 0o7',
    'a: yes',
    'a: True',
    'a: ~',
    'a: 2019-03-06',
    'a: 1_000',
    'a: .inf',
    'a: <<',
    '<<: {a: b}',
    '1: a',
    'null: a',
    '? a',
  ])('is the same or nothing for what YAML versions read differently: %s', (text) => {
    expectSame(`${text}\n`);
  });

  it('is the same for everything that the package writes', () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.lorem({ maxCount: 20 }), fc.array(fc.lorem()));
    const entries = fc.array(fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), value, { minKeys: 1 }));
    fc.assert(
      fc.property(entries, (data) => {
        expectSame(stringify(data));
      }),
    );
  });

  it('is the same or nothing for any text', () => {
    const piece = fc.constantFrom(
      ...[
        '\n',
        '\n  ',
        '\n    ',
        '- ',
        'a: ',
        'b: ',
        'c:',
        'a',
        'null',
        '1',
        '1.5',
        '1e3',
        '"',
        "'",
        '[',
        ']',
        '{',
        '}',
      ],
      ...[
        ', ',
        ',',
        ' ',
        ':',
        '#',
        ' #',
        '?',
        '|',
        '>',
        '&',
        '*',
        '!',
        '%',
        '\\',
        '~',
        '.',
        '-',
        '\\n',
        'é',
        '<<',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        expectSame(pieces.join(''));
      }),
      { numRuns: 5_000 },
    );
  });
});
