import { describe, expect, it } from '@jest/globals';
import { formatProblem } from '../../src/knowledge/index.ts';
import { countTests, testQuestionProblems } from '../../src/evaluation/test-question-problems.ts';
import { smallKnowledge } from '../core/small-knowledge.ts';
import { checkSmall, entryWith, EXTRA, messagesOf, PARKING } from './trained-knowledge.ts';

describe('test questions', () => {
  const TESTS = 'fietsen/proefvragen/alles.yaml';
  const trial = (...lines: readonly string[]) =>
    checkSmall({
      [EXTRA]: entryWith('parkeren', PARKING),
      [TESTS]: lines.map((line) => `- ${line}\n`).join(''),
    });

  it('that get their entry are counted, and told of nowhere', () => {
    const { problems, tests } = trial(
      '{vraag: waar kan ik mijn auto parkeren vandaag, bij: parkeren}',
      '{vraag: recept voor een taart, buiten: true}',
    );
    expect(problems.filter(({ kind }) => kind.startsWith('proefvraag'))).toEqual([]);
    expect(tests).toEqual({ right: 2, offered: 0, total: 2 });
  });

  it('that get another entry have a warning with what was asked, expected and given', () => {
    const { problems, tests } = trial('{vraag: waar kan ik mijn auto parkeren vandaag, bij: [open, kosten]}');
    expect(messagesOf(problems, 'proefvraag-fout')).toEqual([
      `${TESTS}:1: “waar kan ik mijn auto parkeren vandaag” hoort bij “open” of “kosten”, maar krijgt “parkeren”. Zet bij die vraag varianten met dezelfde woorden, in andere zinnen. Klopt het antwoord toch? Pas dan de proefvraag aan.`,
    ]);
    expect(tests).toEqual({ right: 0, offered: 0, total: 1 });
  });

  it.each([
    [
      'is understood although it is out of scope',
      'waar kan ik mijn auto parkeren vandaag, buiten: true',
      'valt buiten het onderwerp, maar krijgt “parkeren”',
    ],
    [
      'is not understood',
      'recept voor een taart, bij: parkeren',
      'hoort bij “parkeren”, maar de bot begrijpt hem niet',
    ],
    ['is a command', 'over, bij: parkeren', 'hoort bij “parkeren”, maar krijgt de tekst over de bot'],
  ])('have a warning when one %s', (_, question, told) => {
    expect(messagesOf(trial(`{vraag: ${question}}`).problems, 'proefvraag-fout')).toEqual([
      expect.stringContaining(told),
    ]);
  });

  it('that are offered their entry have advice', () => {
    const question = {
      text: 'stalling',
      entries: ['fietsen/open'],
      file: TESTS,
      line: () => 1,
      entriesLine: 1,
    };
    const result = {
      outcome: 'offered',
      kind: 'choices',
      entries: ['fietsen/open', 'fietsen/kosten'],
    } as const;
    const knowledge = smallKnowledge();
    const subject = { knowledge, located: [], testQuestions: [question] };
    expect(testQuestionProblems(subject, [result]).map(formatProblem)).toEqual([
      `${TESTS}:1: “stalling” hoort bij “open”, en de bot laat kiezen uit “open” en “kosten”. Zet bij die vraag een variant met dezelfde woorden, in een andere zin.`,
    ]);
    expect(countTests([result])).toEqual({ right: 0, offered: 1, total: 1 });
  });
});
