import { describe, expect, it } from '@jest/globals';
import { classesOf, mergeGuidanceWords, trainingExamples } from '../../../src/core/match/training-set.ts';
import { guidanceOf, smallKnowledge } from '../small-knowledge.ts';

const guidance = guidanceOf(smallKnowledge());

describe('the training set', () => {
  const { unanswered, outOfScope } = classesOf(guidance.entries.length);
  const examples = trainingExamples([guidance], guidance.entries);

  it('has the questions and variants of an entry in both languages', () => {
    const index = guidance.entries.findIndex(({ id }) => id === 'fietsen/buiten-rek');
    expect(examples.filter(({ label }) => label === index)).toEqual([
      { text: 'Wat gebeurt er met een fiets buiten het rek?', label: index, language: 'nl' },
      { text: 'wordt mijn fiets verwijderd', label: index, language: 'nl' },
      { text: 'fiets weggehaald', label: index, language: 'nl' },
      { text: 'What happens to a bicycle outside the rack?', label: index, language: 'en' },
      { text: 'is my bicycle removed', label: index, language: 'en' },
    ]);
  });

  it('labels practice questions by entry, unanswered or out of scope, without a language', () => {
    const practice = [
      { text: 'fiets neerzetten', entry: 'fietsen/in-rek' },
      { text: 'appeltaart', entry: null },
      { text: 'wie verft de rekken', entry: null, isOnSubject: true },
      { text: 'van een opgeheven vraag', entry: 'opgeheven' },
    ];
    const all = trainingExamples([{ ...guidance, practice }], guidance.entries);
    expect(all.slice(-4).map(({ label, language }) => [label, language])).toEqual([
      [guidance.entries.findIndex(({ id }) => id === 'fietsen/in-rek'), undefined],
      [outOfScope, undefined],
      [unanswered, undefined],
      [outOfScope, undefined],
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
