import { describe, expect, it } from '@jest/globals';
import type { Reply } from '../../src/core/index.ts';
import type { Labelled } from '../../src/evaluation/question-set.ts';
import { choicesIn, quotesIn, scoreSet } from '../../src/evaluation/score.ts';
import type { Outcome } from '../../src/evaluation/score.ts';
import { toy, toyAsker, toyChecklist, toyChoices } from '../core/toy-asker.ts';

const SENTENCES = { S1: 'Zet je fiets in een rek.', S2: 'Open tot zeven uur.', C1: 'Past hij in een rek?' };
const RACK = toy('answer', 'rek', 'Zet je fiets in een rek.');
const OPEN = toy('answer', 'open', 'Open tot zeven uur.');
const CHECK = toyChecklist('Twijfel je?', 'Past hij in een rek?');
const QUOTES_CHECK = toy('answer', 'past', 'Past hij in een rek?');
const SILENT = toy('silent', 'kosten', 'Zet je fiets in een rek.');
const BUTTONS = {
  'entry:rek': { reply: RACK },
  'entry:open': { reply: OPEN },
  'entry:zelfcheck': { reply: CHECK },
  'entry:past': { reply: QUOTES_CHECK },
  'entry:kosten': { reply: SILENT },
};

const labelled = (expected: Labelled['expect'], more: Partial<Labelled> = {}): Labelled => ({
  q: 'vraag',
  style: 'casual',
  expect: expected,
  sources: expected === 'answer' ? ['S1'] : [],
  best: [],
  ...more,
});

/** How this reply to a question with this label is scored. */
function outcomeOf(item: Labelled, reply: Reply): Outcome | undefined {
  return scoreSet(toyAsker({ ...BUTTONS, vraag: { reply } }), [item], SENTENCES)[0]?.outcome;
}

describe('a question that the source answers', () => {
  it.each<[Outcome, string, Reply]>([
    ['right', 'an answer that quotes one of the sources', RACK],
    [
      'right',
      'a second quote that is one of the sources',
      toy('answer', 'x', 'Anders.', 'Zet je fiets in een rek.'),
    ],
    ['right', 'a quote that is part of a source', toy('answer', 'x', 'je fiets in een rek')],
    [
      'right',
      'a quote that holds a source',
      toy('answer', 'x', 'Zet je fiets in een rek. Open tot zeven uur.'),
    ],
    ['offered', 'a choice that quotes one of the sources', toyChoices('open', 'rek')],
    ['wrong', 'an answer that quotes something else', OPEN],
    ['wrong', 'an answer without a quote', toy('answer', 'x')],
    ['wrong', 'the self-check', CHECK],
    ['wrong', 'a silent reply, whatever it quotes', SILENT],
    ['wrong', 'small talk', toy('social', 'dank')],
    ['missed', 'choices without such an answer', toyChoices('open', 'zelfcheck')],
    ['missed', 'a choice that quotes a source but is silent', toyChoices('kosten')],
    ['missed', 'not understood', toy('unknown')],
    ['missed', 'help', toy('help')],
    ['missed', 'topics', toy('topics')],
    ['missed', 'about', toy('about')],
  ])('is %s when the reply is %s', (outcome, _, reply) => {
    expect(outcomeOf(labelled('answer'), reply)).toBe(outcome);
  });
});

describe('a question whose entries are named', () => {
  it.each<[Outcome, string, Reply]>([
    ['right', 'one of the entries, whatever it quotes', RACK],
    ['right', 'a silent one of the entries', SILENT],
    ['offered', 'choices with one of the entries', toyChoices('open', 'kosten')],
    ['wrong', 'another entry', OPEN],
    ['wrong', 'another entry, with a button for one of them', { ...OPEN, blocks: toyChoices('rek').blocks }],
    ['missed', 'other choices', toyChoices('open')],
    ['missed', 'not understood', toy('unknown')],
  ])('is %s when the reply is %s', (outcome, _, reply) => {
    expect(outcomeOf(labelled('entry', { entries: ['rek', 'kosten'] }), reply)).toBe(outcome);
  });
});

describe('a question for the self-check', () => {
  it.each<[Outcome, string, Reply]>([
    ['right', 'the self-check', CHECK],
    ['right', 'an answer that quotes one of its questions', QUOTES_CHECK],
    ['offered', 'choices with the self-check', toyChoices('rek', 'zelfcheck')],
    ['offered', 'choices with an answer that quotes one of its questions', toyChoices('rek', 'past')],
    ['wrong', 'another answer', RACK],
    ['wrong', 'a silent reply', SILENT],
    ['wrong', 'small talk', toy('social', 'dank')],
    ['missed', 'other choices', toyChoices('rek', 'open')],
    ['missed', 'not understood', toy('unknown')],
  ])('is %s when the reply is %s', (outcome, _, reply) => {
    expect(outcomeOf(labelled('checklist'), reply)).toBe(outcome);
  });
});

describe('a question on which the source is silent', () => {
  it.each<[Outcome, string, Reply]>([
    ['honest', 'silent', SILENT],
    ['honest', 'not understood', toy('unknown')],
    ['honest', 'choices with a silent one', toyChoices('rek', 'kosten')],
    ['pretended', 'an answer', RACK],
    ['missed', 'choices of answers only', toyChoices('rek', 'open')],
    ['missed', 'the self-check', CHECK],
    ['missed', 'small talk', toy('social', 'dank')],
  ])('is %s when the reply is %s', (outcome, _, reply) => {
    expect(outcomeOf(labelled('silent'), reply)).toBe(outcome);
  });
});

describe('a question about something else', () => {
  it.each<[Outcome, string, Reply]>([
    ['false-answer', 'an answer', RACK],
    ['false-answer', 'the self-check', CHECK],
    ['false-answer', 'silent', SILENT],
    ['half-false', 'choices', toyChoices('rek')],
    ['rejected', 'not understood', toy('unknown')],
    ['rejected', 'small talk', toy('social', 'dank')],
    ['rejected', 'help', toy('help')],
  ])('is a %s when the reply is %s', (outcome, _, reply) => {
    expect(outcomeOf(labelled('offtopic'), reply)).toBe(outcome);
  });
});

describe('small talk', () => {
  it.each<[Outcome, Reply['kind']]>([
    ['right', 'social'],
    ['right', 'help'],
    ['right', 'topics'],
    ['right', 'about'],
    ['wrong', 'answer'],
    ['wrong', 'silent'],
    ['wrong', 'checklist'],
    ['wrong', 'choices'],
    ['wrong', 'unknown'],
  ])('is %s when the reply is of kind %s', (outcome, kind) => {
    expect(outcomeOf(labelled('social'), toy(kind))).toBe(outcome);
  });
});

describe('a set', () => {
  it('is asked in order, a follow-up after the question that it follows', () => {
    const asker = toyAsker({ ...BUTTONS, 'waar zet ik hem?': { reply: RACK }, hoezo: { reply: RACK } });
    const items = [
      labelled('answer', { q: 'hoezo', after: 'waar zet ik hem?' }),
      labelled('offtopic', { q: 'taart', after: 'wat?' }),
      labelled('answer', { q: 'hoezo' }),
    ];
    const scored = scoreSet(asker, items, SENTENCES);
    expect(scored.map(({ outcome }) => outcome)).toEqual(['right', 'rejected', 'right']);
    expect(scored.map(({ item }) => item)).toEqual(items);
    expect(asker.asked).toEqual([
      { text: 'waar zet ik hem?' },
      { text: 'hoezo', previous: { entry: 'rek', words: [], missed: false, language: 'nl' } },
      { text: 'wat?' },
      { text: 'taart', previous: { missed: true, language: 'nl' } },
      { text: 'hoezo' },
    ]);
  });
});

describe('what is read from a reply', () => {
  it('is its quotes and the questions of its self-check, in order', () => {
    expect(quotesIn(CHECK)).toEqual(['Twijfel je?', 'Past hij in een rek?']);
    expect(quotesIn(toyChoices('rek'))).toEqual([]);
  });

  it('is the values of its buttons', () => {
    expect(choicesIn(toyChoices('rek', 'open'))).toEqual(['entry:rek', 'entry:open']);
    expect(choicesIn(CHECK)).toEqual([]);
  });
});
