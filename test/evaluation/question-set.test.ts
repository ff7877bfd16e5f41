import { describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { numbersOf, readQuestionSet, readSentences } from '../../src/evaluation/question-set.ts';

/** What `read` makes of a file with this text. */
function fromText<T>(text: string, read: (file: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'vragen-'));
  try {
    writeFileSync(join(folder, 'set.yaml'), text);
    return read(join(folder, 'set.yaml'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('a question set', () => {
  it('is read with its labels; what is left out is empty', () => {
    const text = `
- { q: mag dit?, style: casual, expect: answer, sources: [S1, S2], best: [S2], after: wat is dit? }
- { q: hoi, style: casual, expect: social }
`;
    expect(fromText(text, readQuestionSet)).toEqual([
      {
        q: 'mag dit?',
        style: 'casual',
        expect: 'answer',
        sources: ['S1', 'S2'],
        best: ['S2'],
        after: 'wat is dit?',
      },
      { q: 'hoi', style: 'casual', expect: 'social', sources: [], best: [] },
    ]);
  });

  it.each([
    ['an expectation that there is not', '- { q: a, style: casual, expect: gok }'],
    ['no question', '- { style: casual, expect: social }'],
    ['a source that is no text', '- { q: a, style: casual, expect: answer, sources: [1] }'],
  ])('with %s is refused', (_, text) => {
    expect(() => fromText(text, readQuestionSet)).toThrow();
  });

  it('of 137 messages comes with the project, each answer with a sentence that exists', () => {
    const folder = join(import.meta.dirname, '../questions');
    const items = readQuestionSet(join(folder, 'ontwikkelset.yaml'));
    const numbers = Object.keys(readSentences(join(folder, 'zinnen.yaml')));
    expect(items).toHaveLength(137);
    for (const { expect: expected, sources, best } of items) {
      expect(numbers).toEqual(expect.arrayContaining([...sources, ...best]));
      if (expected === 'answer') expect(sources).not.toEqual([]);
    }
  });
});

describe('the sentences of a quote', () => {
  const SENTENCES = {
    S1: 'Zet je fiets in een rek.',
    S2: 'Een fiets buiten het rek wordt verwijderd.',
    H1: 'Stallen',
  };

  it.each([
    ['it is', 'Zet je fiets in een rek.', ['S1']],
    ['it is part of', 'buiten het rek', ['S2']],
    ['it holds', 'Zet je fiets in een rek. Een fiets buiten het rek wordt verwijderd.', ['S1', 'S2']],
    ['it holds with more around it', 'Let op: Zet je fiets in een rek. Altijd.', ['S1']],
    ['it shares a word with are not counted', 'Elke fiets in een rek', []],
    ['begin where it ends are not counted', 'in een rek. Een fiets', []],
  ])('are those that %s', (_, quote, numbers) => {
    expect(numbersOf(quote, SENTENCES)).toEqual(numbers);
  });
});
