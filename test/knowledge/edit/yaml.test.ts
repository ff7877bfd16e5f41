import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { editYaml } from '../../../src/knowledge/edit/yaml.ts';
import type { Edit } from '../../../src/knowledge/edit/yaml.ts';

const TEXT = `# boven
- id: a # vast
  vraag: "Wat?"
  varianten:
    # eerst
    - een
    - 'twee'   # los
    - drie is een zin
      op twee regels

    - vier
  en: { vraag: What, varianten: [one, "two"] }
- id: b
  antwoord: >-
    Lang
    verhaal
  verwant: []
`;
const VARIANTS = ['een', 'twee', 'drie is een zin op twee regels', 'vier'];
const at = (...path: (string | number)[]) => path;

describe('editing YAML', () => {
  it.each<[string, Edit, string, string]>([
    ['a quoted text', { path: at(0, 'vraag'), value: 'Hoe "dan"?' }, '"Wat?"', '"Hoe \\"dan\\"?"'],
    [
      'an item in its own quotes',
      { path: at(0, 'varianten'), value: ['een', "auto's", ...VARIANTS.slice(2)] },
      "'twee'",
      "'auto''s'",
    ],
    [
      'a text that needs quotes',
      { path: at(0, 'varianten', 0), value: 'let op: #1' },
      '- een',
      "- 'let op: #1'",
    ],
    ['a text that looks like a number', { path: at(0, 'varianten', 3), value: '12' }, '- vier', "- '12'"],
    [
      'an item between others',
      { path: at(0, 'varianten'), value: VARIANTS.toSpliced(1, 0, 'nieuw') },
      '    - een\n',
      '    - een\n    - nieuw\n',
    ],
    [
      'an item at the end',
      { path: at(0, 'varianten'), value: [...VARIANTS, 'vijf'] },
      '    - vier\n',
      '    - vier\n    - vijf\n',
    ],
    [
      'an item at the begin',
      { path: at(0, 'varianten'), value: ['nul', ...VARIANTS] },
      '    - een\n',
      '    - nul\n    - een\n',
    ],
    [
      'an item less, over two lines',
      { path: at(0, 'varianten'), value: VARIANTS.toSpliced(2, 1) },
      '    - drie is een zin\n      op twee regels\n',
      '',
    ],
    ['a text inside braces', { path: at(0, 'en', 'vraag'), value: 'a, b' }, 'What', "'a, b'"],
    [
      'a list between brackets',
      { path: at(0, 'en', 'varianten'), value: ['one', 'two', 'a, b'] },
      '[one, "two"]',
      "[one, two, 'a, b']",
    ],
    ['a folded text', { path: at(1, 'antwoord'), value: 'Kort.' }, '>-\n    Lang\n    verhaal\n', 'Kort.\n'],
    ['an empty list', { path: at(1, 'verwant'), value: ['x'] }, 'verwant: []', 'verwant: [x]'],
  ])('changes %s and nothing else', (_, edit, from, to) => {
    expect(TEXT).toContain(from);
    expect(editYaml(TEXT, [edit])).toBe(TEXT.replace(from, () => to));
  });

  it('refuses a path that leads nowhere', () => {
    expect(() => editYaml(TEXT, [{ path: at(7, 'vraag'), value: 'x' }])).toThrow(TypeError);
  });

  it('puts any texts in, in any style, and leaves what was not asked for', () => {
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom('#', '- x', 'a: b', "'", '"', 'null', '1', ' x ', 'a\nb', '[', '💬', '?', '!x', '&a'),
    );
    const style = fc.constantFrom(
      'PLAIN',
      'QUOTE_SINGLE',
      'QUOTE_DOUBLE',
      'BLOCK_FOLDED',
      'BLOCK_LITERAL' as const,
    );
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1 }),
        fc.array(text),
        text,
        style,
        fc.boolean(),
        (old, values, single, type, flow) => {
          const data = [{ id: 'x', vraag: single, varianten: old, en: { vraag: 'k' } }];
          const yaml = stringify(data, {
            defaultStringType: type as 'PLAIN',
            ...(flow && { collectionStyle: 'flow' as const }),
          });
          fc.pre(JSON.stringify(parse(yaml)) === JSON.stringify(data));
          const edits: Edit[] = [
            { path: [0, 'varianten'], value: values },
            { path: [0, 'vraag'], value: values[0] ?? 'leeg' },
          ];
          expect(parse(editYaml(yaml, edits))).toEqual([
            { ...data[0], varianten: values, vraag: values[0] ?? 'leeg' },
          ]);
          expect(
            editYaml(yaml, [
              { path: [0, 'varianten'], value: old },
              { path: [0, 'vraag'], value: single },
            ]),
          ).toBe(yaml);
        },
      ),
    );
  });
});
