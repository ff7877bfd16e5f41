import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { SHIPPED_KNOWLEDGE } from '../../../src/core/index.ts';
import { parsePlain } from '../../../src/core/knowledge/plain-yaml.ts';

/** What the `yaml` package makes of a text; nothing when it finds a fault. */
function parseWhole(text: string): { readonly data: unknown } | undefined {
  try {
    return { data: parse(text, { logLevel: 'error' }) as unknown };
  } catch {
    return undefined;
  }
}

/** Either the same as the whole parser, or nothing. */
function expectSame(text: string): void {
  const plain = parsePlain(text);
  if (plain !== undefined) expect(plain).toEqual(parseWhole(text));
}

const SHIPPED = readdirSync(SHIPPED_KNOWLEDGE, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.yaml'),
);

describe('plain YAML', () => {
  it.each(SHIPPED)('is what the shipped file is: %s', (name) => {
    const text = readFileSync(join(SHIPPED_KNOWLEDGE, name), 'utf8');
    expect(parsePlain(text)).toEqual(parseWhole(text));
  });

  it.each([
    ['a text over more lines', '- a: one\n    two\n  b: "three\n    four"\n'],
    ['a list as far left as its name', 'a:\n- one\n- two\nb: three\n'],
    ['a list between brackets', 'a: [one, "two, three", 4,\n  five\n]\nb: []\n'],
    ['names between braces', `a: { one: two, "th'ree": "four: five" }\n`],
    ['a name without a value', 'a:\nb: c\n'],
    ['quotes in quotes', `- 'it''s'\n- "a \\"b\\" \\u00e9"\n`],
  ])('is read: %s', (_, text) => {
    expect(parsePlain(text)).toEqual(parseWhole(text));
  });

  it.each([
    ['a name that stands twice', 'a: b\na: c\n'],
    ['a tab', 'a:\tb\n'],
    ['an anchor', 'a: &b c\n'],
    ['an alias', 'a: *b\n'],
    ['a tag', 'a: !!str 1\n'],
    ['a block text', 'a: |\n  b\n'],
    ['a comment behind a value', 'a: b # c\n'],
    ['a colon in a text', 'a: b: c\n'],
    ['an odd number', 'a: 0x1f\nb: 1e3\nc: .5\nd: 007\n'],
    ['yes and no', 'a: true\n'],
    ['two documents', 'a: b\n---\nc: d\n'],
    ['a text that goes on too far to the left', 'a: "b\nc"\n'],
    ['a quote that is not closed', 'a: "b\n'],
    ['an empty line in a text', 'a: b\n\n  c\n'],
    ['nothing', ''],
  ])('is left to the whole parser: %s', (_, text) => {
    expect(parsePlain(text)).toBeUndefined();
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
        '\n',
        '\n  ',
        '\n  ',
        '\n    ',
        '- ',
        '- ',
        'a: ',
        'b: ',
        'c:',
        'a',
        'null',
        '1',
        '1.5',
        '-1',
        '1e3',
      ],
      ...[
        '"',
        "'",
        '[',
        ']',
        '{',
        '}',
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
      ],
      ...[
        '.',
        '-',
        'x y',
        "it's",
        '"q"',
        "'q'",
        '[a, b]',
        '{ a: b }',
        '{ "c d": e',
        '\\n',
        '\n# c',
        '\n\n',
        'é',
        '<<',
        '.inf',
        '0',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        expectSame(pieces.join(''));
      }),
      { numRuns: 20_000 },
    );
  });
});
