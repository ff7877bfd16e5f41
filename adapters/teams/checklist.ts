import type { Assistant } from '../../src/assistant/index.ts';
import type { Block, Language } from '../../src/core/index.ts';
import type { CheckState } from './card.ts';
import { box, buttons, execute, lines, submit, verbatim } from './elements.ts';
import type { Element } from './elements.ts';

type Checklist = Extract<Block, { kind: 'checklist' }>;

/** Teams sends the answers along with the button; the bot keeps none of them. */
const ANSWERS = [
  ['yes', 'teams_check_ja'],
  ['no', 'teams_check_nee'],
  ['doubt', 'teams_check_twijfel'],
] as const;

/** The questions of the self-check, each with three choices, and the button to go on; without both when it is done. */
export function checklistElements(
  block: Checklist,
  say: Assistant['say'],
  language: Language,
  check: CheckState,
): Element[] {
  const source = lines(block.source.label, { subtle: true });
  if (typeof check !== 'string') {
    const questions = block.questions.flatMap((question, place) => lines(`${place + 1}. ${question}`));
    return [box([...questions, ...source], { style: 'emphasis' })];
  }
  const choices = ANSWERS.map(([value, key]) => ({ value, title: say(key, {}, language) }));
  const questions = block.questions.map((question, place) => ({
    type: 'Input.ChoiceSet',
    id: `answer${place}`,
    label: verbatim(`${place + 1}. ${question}`),
    style: 'expanded',
    isRequired: true,
    errorMessage: say('teams_check_kies', {}, language),
    choices,
  }));
  const title = say('teams_check_knop', {}, language);
  const data = { check: true, language };
  return [
    box([...questions, ...source], { style: 'emphasis' }),
    buttons([
      check === 'dialog'
        ? { ...submit(title, data), associatedInputs: 'auto' }
        : execute(title, 'check', data, 'auto'),
    ]),
  ];
}

/** What is said between the answered questions and the advice: never a verdict. */
export function doneElements(
  doubts: boolean | undefined,
  say: Assistant['say'],
  language: Language,
): Element[] {
  const key = doubts === true ? 'teams_check_anders' : 'teams_check_overal_ja';
  return [
    ...(doubts === undefined ? [] : lines(say(key, {}, language), { bold: true })),
    ...lines(say('teams_check_bewaard', {}, language), { subtle: true }),
  ];
}
