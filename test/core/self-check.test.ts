import { describe, expect, it } from '@jest/globals';
import { CHECK_ANSWERS, concludeCheck, concludedReply, questionMark } from '../../src/core/index.ts';
import type { Reply } from '../../src/core/index.ts';

const QUESTIONS = ['Staat hij goed?', 'Is hij op slot?', 'Past hij?'];
const ADVICE = { kind: 'paragraph', text: 'Vraag het een collega.' } as const;
const CHECK: Reply = {
  kind: 'checklist',
  language: 'nl',
  entry: 'fietsen/zelfcheck',
  blocks: [
    { kind: 'heading', text: 'Twijfel je?' },
    { kind: 'paragraph', text: 'Stel jezelf drie vragen.' },
    {
      kind: 'checklist',
      questions: QUESTIONS,
      language: 'nl',
      source: { label: 'Regels', guidance: 'fietsen', edition: '', sentences: [1] },
    },
    ADVICE,
  ],
};
const say = (key: string, values: Readonly<Record<string, string>> = {}) =>
  [key, ...Object.values(values)].join(' ');
const MARKS = QUESTIONS.map(questionMark);
const conclude = (...answers: readonly unknown[]) =>
  concludeCheck(CHECK, { asked: MARKS, answers: Object.fromEntries(answers.entries()) });
const textsOf = (...answers: readonly unknown[]) =>
  concludedReply(CHECK, conclude(...answers), say).blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.text] : block.kind === 'list' ? block.items : [],
  );

describe('a self-check', () => {
  it('is done when each question has an answer, and repeats those that are not yes', () => {
    expect(textsOf('yes', 'yes', 'yes')).toEqual(['zelfcheck_overal_ja', 'zelfcheck_bewaard', ADVICE.text]);
    expect(textsOf('no', 'yes', 'doubt')).toEqual([
      'zelfcheck_anders',
      'zelfcheck_gekozen Staat hij goed? zelfcheck_nee',
      'zelfcheck_gekozen Past hij? zelfcheck_weet_niet',
      'zelfcheck_bewaard',
      ADVICE.text,
    ]);
  });

  it('ends with the same advice whatever was chosen', () => {
    const answers = Object.keys(CHECK_ANSWERS);
    for (const one of answers)
      for (const two of answers) expect(textsOf(one, two, 'yes').at(-1)).toBe(ADVICE.text);
  });

  it('concludes nothing while an answer is missing or unknown, and keeps what was chosen', () => {
    for (const answers of [
      [],
      ['yes', 'yes'],
      ['yes', 'yes', 'misschien'],
      ['yes', 'yes', null],
      ['yes', 'yes', 'toString'],
      ['yes', 'yes', ['yes']],
      ['yes', 'yes', 'yes', 'yes'],
    ])
      expect([answers, conclude(...answers).kind]).toEqual([answers, 'open']);
    const { blocks } = concludedReply(CHECK, conclude('yes', undefined, 'no'), say);
    expect(blocks).toContainEqual({ kind: 'paragraph', text: 'zelfcheck_alle' });
    expect(blocks).toContainEqual(
      expect.objectContaining({ kind: 'checklist', chosen: ['yes', null, 'no'] }),
    );
  });

  it('does not take an answer for one to a question that has changed', () => {
    const answers = { 0: 'yes', 1: 'yes', 2: 'yes' };
    for (const asked of [[], ['x'], [...MARKS].reverse(), [...MARKS, 'x'], MARKS.slice(1), 'x', null, {}])
      expect([asked, concludeCheck(CHECK, { asked, answers }).kind]).toEqual([asked, 'open']);
    expect(concludeCheck(CHECK, { asked: undefined, answers }).kind).toBe('done');
  });

  it('that is gone gets the reply that says so', () => {
    const gone: Reply = { ...CHECK, kind: 'help', blocks: [ADVICE] };
    const outcome = concludeCheck(gone, { asked: MARKS, answers: { 0: 'yes' } });
    expect(concludedReply(gone, outcome, say)).toBe(gone);
  });

  it('repeats a question in the language of the reply', () => {
    const translated = CHECK.blocks.map((block) =>
      block.kind === 'checklist' ? { ...block, translations: ['Right?', 'Locked?', 'Fits?'] } : block,
    );
    const check: Reply = { ...CHECK, language: 'en', blocks: translated };
    const outcome = concludeCheck(check, { asked: MARKS, answers: { 0: 'yes', 1: 'no', 2: 'yes' } });
    expect(outcome).toEqual({ kind: 'done', doubts: [{ question: 'Locked?', answer: 'no' }] });
  });
});
