import { describe, expect, it } from '@jest/globals';
import type { Data, DataMap } from '../../../src/knowledge/edit/draw.ts';
import { readData, rewriteYaml } from '../../../src/knowledge/edit/yaml.ts';

const TEXT = `# yaml-language-server: x
- id: a # vast
  vraag: Wat?
  varianten:
    - een
    # - twee
  antwoord: >-
    Lang
    verhaal

# Over b.
- id: b
  vraag: "Hoe?"
  verwant: []

- id: c
  en: { vraag: What }
`;
const entries = readData(TEXT) as [DataMap, DataMap, DataMap];
const [a, b, c] = entries;

describe('rewriting YAML', () => {
  it.each<[string, readonly Data[], string, string]>([
    [
      'a key behind the nearest one before it',
      [{ id: 'a', vraag: 'Wat?', varianten: ['een'], kop: 'Dit: zo', antwoord: 'Lang verhaal' }, b, c],
      '    # - twee\n',
      "    # - twee\n  kop: 'Dit: zo'\n",
    ],
    [
      'a list behind a text over more lines',
      [{ ...a, citaten: ['Een.', 'Twee: drie'] }, b, c],
      '    verhaal\n',
      "    verhaal\n  citaten:\n    - Een.\n    - 'Twee: drie'\n",
    ],
    ['a key away', [a, { id: 'b', vraag: 'Hoe?' }, c], '  verwant: []\n', ''],
    [
      'a key behind the dash away',
      [{ vraag: 'Wat?', varianten: ['een'], antwoord: 'Lang verhaal' }, b, c],
      '- id: a # vast\n  vraag',
      '- vraag',
    ],
    [
      'a key between braces',
      [a, b, { id: 'c', en: { vraag: 'What', kop: 'x, y' } }],
      'What }',
      "What, kop: 'x, y' }",
    ],
    [
      'an item with the comment above it away',
      [a, c],
      '# Over b.\n- id: b\n  vraag: "Hoe?"\n  verwant: []\n\n',
      '',
    ],
    [
      'the first item away, but not what the file begins with',
      [b, c],
      TEXT.slice(TEXT.indexOf('- id: a'), TEXT.indexOf('# Over b')),
      '',
    ],
    ['the last item away', [a, b], '\n- id: c\n  en: { vraag: What }\n', ''],
    [
      'an item at the end',
      [...entries, { id: 'd', vraag: 'Ja' }],
      'What }\n',
      'What }\n\n- id: d\n  vraag: Ja\n',
    ],
    ['an item after another', [a, { id: 'n' }, b, c], '    verhaal\n\n', '    verhaal\n\n- id: n\n\n'],
    ['an item that gets another id', [a, { ...b, id: 'z' }, c], 'id: b', 'id: z'],
    [
      'a text that becomes a list',
      [{ ...a, vraag: ['x', 'y'] }, b, c],
      'vraag: Wat?',
      'vraag:\n    - x\n    - y',
    ],
  ])('changes %s and nothing else', (_, data, from, to) => {
    expect(TEXT).toContain(from);
    expect(rewriteYaml(TEXT, data)).toBe(TEXT.replace(from, () => to));
  });

  it.each([
    ['', [{ id: 'a' }], '- id: a\n'],
    ['# boven', [{ id: 'a' }], '# boven\n- id: a\n'],
    ['# boven\n[]\n', [{ id: 'a' }, { id: 'b' }], '# boven\n- id: a\n- id: b\n'],
    ['# boven\n\n- id: a\n  x: y\n', [], '# boven\n\n[]\n'],
    ['- id: a', [{ id: 'a' }, 'b'], '- id: a\n- b'],
    ['- \n  id: a\n- b\n', ['b'], '- b\n'],
    ['- k:\n', [{ k: 'v' }], '- k: v\n'],
    ['- k:\n  l: # leeg\n', [{ k: 'v', l: 'w' }], '- k: v\n  l: w # leeg\n'],
    ['- en:\n    kop: x\n', [{ en: { vraag: 'y' } }], '- en:\n    vraag: y\n'],
    ['- en:\n    kop: x\n    l: z\n', [{ en: { vraag: 'y', l: 'z' } }], '- en:\n    vraag: y\n    l: z\n'],
    ['- bij: x\n', [{ bij: ['x', 'y'] }], '- bij:\n    - x\n    - y\n'],
    ['- "a"\n- \'b\'\n', ['a', 'n', 'b', 'm'], '- "a"\n- "n"\n- \'b\'\n- \'m\'\n'],
    [
      '\uFEFF- id: a\r\n  x: b\r\n',
      [{ id: 'a', x: 'c', y: ['d'] }],
      '\uFEFF- id: a\r\n  x: c\r\n  y:\r\n    - d\r\n',
    ],
  ])('writes %j as %j', (text, data, expected) => {
    expect(rewriteYaml(text, data)).toBe(expected);
  });

  it.each(['k: &a x\nl: *a\n', '- a: [\n'])('refuses what it cannot write: %j', (text) => {
    expect(() => rewriteYaml(text, { k: 'y', l: 'x' })).toThrow(TypeError);
  });
});
