import { describe, expect, it } from '@jest/globals';
import { composeEntry, wordingOf } from '../../../src/core/reply/compose.ts';
import type { Language } from '../../../src/core/index.ts';
import {
  entryReply,
  guidanceOf,
  guidanceEntry,
  quote,
  smallFile,
  smallKnowledge,
} from '../small-knowledge.ts';

const guidance = guidanceOf(smallKnowledge());
const compose = (id: string, language: Language) => entryReply(guidance, id, language);
describe('an answer', () => {
  it('has its question, the explanation, the quotes, related questions and the feedback buttons', () => {
    expect(compose('in-rek', 'nl')).toEqual({
      kind: 'answer',
      language: 'nl',
      entry: 'fietsen/in-rek',
      words: ['rek'],
      blocks: [
        { kind: 'heading', text: 'Waar zet ik mijn fiets?' },
        { kind: 'paragraph', text: 'In een rek.' },
        quote('Zet je fiets in een rek.', 'Stallen'),
        {
          kind: 'choices',
          lead: 'nl verwant',
          choices: [{ label: 'Wanneer is de stalling open?', value: 'entry:fietsen/open' }],
        },
        {
          kind: 'feedback',
          entry: 'fietsen/in-rek',
          question: 'nl nuttig_vraag',
          useful: 'nl nuttig',
          notUseful: 'nl niet_nuttig',
        },
      ],
    });
  });

  it('in English has Dutch quotes, and one note that they are in Dutch', () => {
    expect(compose('buiten-rek', 'en')).toEqual({
      kind: 'answer',
      language: 'en',
      entry: 'fietsen/buiten-rek',
      words: ['rek'],
      blocks: [
        { kind: 'heading', text: 'What happens to a bicycle outside the rack?' },
        { kind: 'paragraph', text: 'It is removed.' },
        quote(['Een fiets buiten het rek wordt verwijderd.', 'Zet je fiets in een rek.'], 'Stallen', 'en'),
        { kind: 'paragraph', text: 'en citaat_taal' },
        {
          kind: 'feedback',
          entry: 'fietsen/buiten-rek',
          question: 'en nuttig_vraag',
          useful: 'en nuttig',
          notUseful: 'en niet_nuttig',
        },
      ],
    });
  });

  it('is in Dutch, without a note, when there is no English wording', () => {
    const reply = compose('open', 'en');
    expect(reply.language).toBe('nl');
    expect(reply.blocks).toEqual([
      { kind: 'heading', text: 'Wanneer is de stalling open?' },
      { kind: 'paragraph', text: 'Van zeven tot zeven.' },
      quote('De stalling is open van zeven tot negentien uur.', 'Openingstijden'),
      {
        kind: 'feedback',
        entry: 'fietsen/open',
        question: 'nl nuttig_vraag',
        useful: 'nl nuttig',
        notUseful: 'nl niet_nuttig',
      },
    ]);
  });

  it('shows related questions in English where there is a wording, and leaves out missing entries', () => {
    const owned = guidanceEntry(guidance, 'bakfiets');
    const lookUp = (id: string) => (id === 'fietsen/open' ? undefined : guidanceEntry(guidance, id));
    expect(composeEntry(owned, 'en', [], lookUp).blocks).toContainEqual({
      kind: 'choices',
      lead: 'en verwant',
      choices: [{ label: 'Where do I put my bicycle?', value: 'entry:fietsen/in-rek' }],
    });
    expect(
      composeEntry(owned, 'en', [], () => undefined).blocks.filter(({ kind }) => kind === 'choices'),
    ).toEqual([]);
  });
});

describe('a silent entry', () => {
  it('has its sentence, then a general quote and where else to look', () => {
    expect(compose('bakfiets', 'nl')).toEqual({
      kind: 'silent',
      language: 'nl',
      entry: 'fietsen/bakfiets',
      words: ['rek'],
      blocks: [
        { kind: 'heading', text: 'De regels zeggen niets over bakfietsen.' },
        { kind: 'paragraph', text: 'nl stil_citaat' },
        quote('Deze regels gelden voor iedereen.', undefined),
        { kind: 'paragraph', text: 'nl elders vraag het de beheerder.' },
        {
          kind: 'choices',
          lead: 'nl verwant',
          choices: [
            { label: 'Waar zet ik mijn fiets?', value: 'entry:fietsen/in-rek' },
            { label: 'Wanneer is de stalling open?', value: 'entry:fietsen/open' },
          ],
        },
        {
          kind: 'feedback',
          entry: 'fietsen/bakfiets',
          question: 'nl nuttig_vraag',
          useful: 'nl nuttig',
          notUseful: 'nl niet_nuttig',
        },
      ],
    });
  });

  it('in English notes that the general quote is in Dutch', () => {
    expect(compose('bakfiets', 'en').blocks.slice(0, 5)).toEqual([
      { kind: 'heading', text: 'The rules say nothing about cargo bikes.' },
      { kind: 'paragraph', text: 'en stil_citaat' },
      quote('Deze regels gelden voor iedereen.', undefined, 'en'),
      { kind: 'paragraph', text: 'en citaat_taal' },
      { kind: 'paragraph', text: 'en elders ask the keeper.' },
    ]);
  });

  it('puts no label before where else to look when that is a sentence by itself', () => {
    const path = 'fietsen/vragen/vragen.yaml';
    const text = smallFile(path).replace('elders: vraag het', 'elders: Vraag het');
    const replyOf = guidanceOf(smallKnowledge({ [path]: text }));
    expect(entryReply(replyOf, 'bakfiets', 'nl').blocks).toContainEqual({
      kind: 'paragraph',
      text: 'Vraag het de beheerder.',
    });
  });

  it('has its first sentence as heading, and the others under it', () => {
    const path = 'fietsen/vragen/vragen.yaml';
    const text = smallFile(path).replace(
      'zeggen niets over kosten.',
      'zeggen niets. Bel de beheerder. Of 112.',
    );
    const replyOf = guidanceOf(smallKnowledge({ [path]: text }));
    expect(entryReply(replyOf, 'kosten', 'nl').blocks.slice(0, 2)).toEqual([
      { kind: 'heading', text: 'De regels zeggen niets.' },
      { kind: 'paragraph', text: 'Bel de beheerder. Of 112.' },
    ]);
  });

  it('has its sentence only, without quote, pointer and related questions', () => {
    expect(compose('kosten', 'nl').blocks).toEqual([
      { kind: 'heading', text: 'De regels zeggen niets over kosten.' },
      {
        kind: 'feedback',
        entry: 'fietsen/kosten',
        question: 'nl nuttig_vraag',
        useful: 'nl nuttig',
        notUseful: 'nl niet_nuttig',
      },
    ]);
  });
});

describe('small talk', () => {
  it.each([
    ['nl', 'Graag gedaan, namens de Regels voor de stalling.'],
    ['en', 'You are welcome, from the Regels voor de stalling.'],
  ] as const)('is one paragraph with the title filled in (%s)', (language, text) => {
    expect(compose('dank', language)).toEqual({
      kind: 'social',
      language,
      entry: 'fietsen/dank',
      words: ['rek'],
      blocks: [{ kind: 'paragraph', text }],
    });
  });
});

describe('the wording of an entry', () => {
  it('is in the wanted language, or else in that of the guidance', () => {
    expect(wordingOf(guidanceEntry(guidance, 'in-rek'), 'en')).toMatchObject({
      language: 'en',
      answer: 'In a rack.',
    });
    expect(wordingOf(guidanceEntry(guidance, 'kosten'), 'en')).toMatchObject({
      language: 'nl',
      answer: 'De regels zeggen niets over kosten.',
    });
  });
});
