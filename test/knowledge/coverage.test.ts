import { describe, expect, it } from '@jest/globals';
import { coverageOf } from '../../src/knowledge/coverage.ts';
import { readSource } from '../../src/knowledge/source.ts';
import { guidanceOf, smallFile, smallKnowledge } from '../core/small-knowledge.ts';

const coverage = (changes: Record<string, string> = {}) => {
  const text = changes['fietsen/bron.txt'] ?? smallFile('fietsen/bron.txt');
  return coverageOf(readSource(text, 'nl'), guidanceOf(smallKnowledge(changes)));
};

describe('the coverage of a source', () => {
  it('names every entry that quotes a sentence, the self-check too', () => {
    expect(coverage()).toContainEqual({
      sentence: 'Zet je fiets in een rek.',
      entries: ['fietsen/in-rek', 'fietsen/buiten-rek', 'fietsen/zelfcheck'],
    });
  });

  it('has each sentence of the source once and in order, also those that nothing quotes', () => {
    const text = smallFile('fietsen/bron.txt').replace('Stallen\n', 'Stallen\n\nHelm op.\n');
    expect(coverage({ 'fietsen/bron.txt': text }).map(({ sentence }) => sentence)).toEqual(
      readSource(text, 'nl').sentences,
    );
    expect(coverage({ 'fietsen/bron.txt': text })).toContainEqual({ sentence: 'Helm op.', entries: [] });
  });

  it('counts a quote of a part of a sentence and one of several sentences', () => {
    const entries = smallFile('fietsen/vragen/vragen.yaml')
      .replace('citaten: [Zet je fiets in een rek.]', 'citaten: [fiets in een rek]')
      .replace(
        '- id: kosten\n',
        '- id: kosten\n  citaten: [Zet je fiets in een rek. Een fiets buiten het rek wordt verwijderd.]\n',
      );
    const found = new Map(
      coverage({ 'fietsen/vragen/vragen.yaml': entries }).map((one) => [one.sentence, one.entries]),
    );
    expect(found.get('Zet je fiets in een rek.')).toEqual([
      'fietsen/in-rek',
      'fietsen/buiten-rek',
      'fietsen/kosten',
      'fietsen/zelfcheck',
    ]);
    expect(found.get('Een fiets buiten het rek wordt verwijderd.')).toEqual([
      'fietsen/buiten-rek',
      'fietsen/kosten',
    ]);
  });
});
