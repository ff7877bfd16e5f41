import { describe, expect, it } from '@jest/globals';
import { load, problemsOf, warningsOf } from '../fixtures/guidance.ts';

const FILE = 'thuiswerken/proefvragen/proef.yaml';
const AT = `${FILE}:`;

describe('test questions', () => {
  it('name the entries that are right, or none', () => {
    const file =
      '- { vraag: even uitblazen, bij: pauzes }\n- { vraag: a, bij: [pauzes, werkdagen] }\n- { vraag: b, buiten: true }\n';
    const changes = {
      [FILE]: file,
      'thuiswerken/vragen/extra.yaml': '- { id: werkdagen, vraag: c, soort: gesprek, antwoord: d }\n',
    };
    expect(load(changes).testQuestions).toEqual([
      { text: 'even uitblazen', entries: ['thuiswerken/pauzes'] },
      { text: 'a', entries: ['thuiswerken/pauzes', 'thuiswerken/werkdagen'] },
      { text: 'b', entries: [] },
    ]);
  });

  it('are not learned from', () => {
    const file = '- { vraag: even uitblazen, bij: pauzes }\n';
    expect(load({ [FILE]: file }).knowledge.guidances).toEqual(load().knowledge.guidances);
  });

  it('of a second guidance are about its own self-check', () => {
    const file = '- { vraag: staat hij zo goed, bij: zelfcheck }\n';
    const slugs = ['thuiswerken', 'fietsen'];
    expect(load({ 'fietsen/proefvragen/p.yaml': file }, slugs).testQuestions).toEqual([
      { text: 'staat hij zo goed', entries: ['fietsen/zelfcheck'] },
    ]);
  });

  it.each([
    [
      'an id that does not exist',
      '- vraag: x\n  bij: [pauzes, pauze]\n',
      '2: Er is geen vraag met het id “pauze”. Bedoel je “pauzes”?',
    ],
    ['no expectation', '- vraag: x\n', '1: Bij “x” staat niet wat de bot hoort te doen.'],
    [
      'two expectations',
      '- { vraag: y, bij: pauzes, buiten: true }\n',
      '1: Bij “y” staat niet wat de bot hoort te doen.',
    ],
    ['another key', '- { vraag: x, bij: pauzes, goed: ja }\n', '1: Onbekende naam: “goed”.'],
  ])('are refused with %s', (_, file, problem) => {
    expect(problemsOf({ [FILE]: file })).toEqual([expect.stringContaining(AT + problem)]);
  });

  it.each([
    ['a variant, in other capitals and signs', 'Hoe lang is een PAUZE?', 'thuiswerken/vragen/extra.yaml'],
    ['a practice question', 'hoe lang is een pauze', 'thuiswerken/praktijkvragen/een.yaml'],
  ])('are warned about when they are %s', (_, text, path) => {
    const learned = path.includes('praktijk')
      ? `- { bij: pauzes, vragen: [hoe lang is een pauze] }\n`
      : '- { id: extra, vraag: c, soort: gesprek, antwoord: d, varianten: [hoe lang is een pauze] }\n';
    const changes = { [path]: learned, [FILE]: `- { vraag: '${text}', bij: pauzes }\n` };
    expect(warningsOf(changes)).toContainEqual(
      expect.stringContaining(`${AT}1: De proefvraag “${text}” staat ook bij de varianten`),
    );
  });
});
