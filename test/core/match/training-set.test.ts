import { describe, expect, it } from '@jest/globals';
import { mergeGuidanceWords, trainingExamples } from '../../../src/core/match/training-set.ts';
import { guidanceOf, smallKnowledge } from '../small-knowledge.ts';

const guidance = guidanceOf(smallKnowledge());

describe('the training set', () => {
  const examples = trainingExamples([guidance], guidance.entries);

  it('has the questions and variants of an entry in both languages', () => {
    const index = guidance.entries.findIndex(({ id }) => id === 'fietsen/buiten-rek');
    expect(examples.filter(({ entry }) => entry === index)).toEqual([
      { text: 'Wat gebeurt er met een fiets buiten het rek?', entry: index, language: 'nl' },
      { text: 'wordt mijn fiets verwijderd', entry: index, language: 'nl' },
      { text: 'fiets weggehaald', entry: index, language: 'nl' },
      { text: 'What happens to a bicycle outside the rack?', entry: index, language: 'en' },
      { text: 'is my bicycle removed', entry: index, language: 'en' },
    ]);
  });

  it('labels practice questions by entry, or out of scope, without a language', () => {
    const practice = [
      { text: 'fiets neerzetten', entry: 'fietsen/in-rek' },
      { text: 'appeltaart', entry: null },
      { text: 'van een opgeheven vraag', entry: 'opgeheven' },
    ];
    const all = trainingExamples([{ ...guidance, practice }], guidance.entries);
    expect(all.slice(-3).map(({ entry, language }) => [entry, language])).toEqual([
      [guidance.entries.findIndex(({ id }) => id === 'fietsen/in-rek'), undefined],
      [-1, undefined],
      [-1, undefined],
    ]);
  });

  it('has the words of all guidances, and needs one', () => {
    const words = { ...guidance.words, nl: { ...guidance.words.nl, negeren: ['nog een'] } };
    expect(mergeGuidanceWords([guidance, { ...guidance, words }]).nl.negeren).toEqual([
      ...guidance.words.nl.negeren,
      'nog een',
    ]);
    expect(() => mergeGuidanceWords([])).toThrow(TypeError);
  });
});
