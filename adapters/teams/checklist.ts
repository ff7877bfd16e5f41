import { createHash } from 'node:crypto';
import type { Assistant } from '../../src/assistant/index.ts';
import type { Block, Language, Reply } from '../../src/core/index.ts';
import { box, buttons, execute, lines, submit, verbatim } from './elements.ts';
import type { Element } from './elements.ts';

type Checklist = Extract<Block, { kind: 'checklist' }>;

/** Teams sends the answers along with the button; the bot keeps none of them. */
const ANSWERS = { yes: 'teams_check_ja', no: 'teams_check_nee', doubt: 'teams_check_twijfel' } as const;
type Answer = keyof typeof ANSWERS;
/** What was chosen for each question; `undefined` where that is nothing, or nothing that can be chosen. */
type Chosen = readonly (Answer | undefined)[];

/** How the self-check is drawn. */
export type CheckState =
  /** To be filled in, with `chosen` when it comes back because an answer is missing. A dialog cannot be changed in place. */
  | { readonly kind: 'open'; readonly where: 'chat' | 'dialog'; readonly chosen?: Chosen }
  /** With its advice; `doubts` is whether an answer was not a yes, left out where others read along. */
  | { readonly kind: 'done'; readonly doubts?: boolean };

/** The button's data: the marks of the questions it stands under. Beside it a client sends an `INPUT` for each question. */
const MARKS = 'asked';
const INPUT = 'answer';
const inputOf = (place: number) => `${INPUT}${place}`;

/** Names a question, so that an answer is never taken for one to a question that was changed since. */
function markOf(question: string): string {
  return createHash('sha256').update(question).digest('base64url').slice(0, 8);
}

/**
 * How a reply with a self-check is to be drawn after its button was pressed. It is done only when each of its questions
 * has exactly one answer that can be chosen and there is no other answer: nothing is left to the checks of the client,
 * and the questions may have changed since they were drawn.
 */
export function checkStateOf(
  reply: Reply,
  data: Readonly<Record<string, unknown>>,
  where: 'chat' | 'dialog',
): CheckState {
  const { questions } = reply.blocks.find((block) => block.kind === 'checklist') ?? {};
  if (questions === undefined) return { kind: 'open', where };
  // Cards of before 2026-12 have no marks, and stay in chats for years: their answers are taken by number.
  const marks = data[MARKS] === undefined ? questions.map(markOf) : data[MARKS];
  const asked: readonly unknown[] = Array.isArray(marks) ? marks : [];
  const chosen = questions.map((question, place) =>
    asked[place] === markOf(question) ? answerIn(data[inputOf(place)]) : undefined,
  );
  const inputs = new Set(questions.map((_, place) => inputOf(place)));
  const isMore = Object.keys(data).some((name) => name.startsWith(INPUT) && !inputs.has(name));
  if (isMore || asked.length !== questions.length || chosen.includes(undefined))
    return { kind: 'open', where, chosen };
  return { kind: 'done', doubts: chosen.some((answer) => answer !== 'yes') };
}

function answerIn(value: unknown): Answer | undefined {
  return typeof value === 'string' && Object.hasOwn(ANSWERS, value) ? (value as Answer) : undefined;
}

/** The same without anything that a person chose, for where others read along. */
export function withoutChoices(state: CheckState): CheckState {
  if (state.kind === 'done') return { kind: 'done' };
  return state.chosen === undefined ? state : { ...state, chosen: [] };
}

/** What is said above a self-check that comes back; empty for any other. */
export function missingAnswer(state: CheckState, say: Assistant['say'], language: Language): string {
  return state.kind === 'open' && state.chosen !== undefined ? say('teams_check_alle', {}, language) : '';
}

/** The questions of the self-check, each with three choices, and the button to go on; without both when it is done. */
export function checklistElements(
  block: Checklist,
  say: Assistant['say'],
  language: Language,
  state: CheckState,
): Element[] {
  const source = lines(block.source.label, { subtle: true });
  if (state.kind === 'done') {
    const questions = block.questions.flatMap((question, place) => lines(`${place + 1}. ${question}`));
    return [box([...questions, ...source], { style: 'emphasis' })];
  }
  const choices = Object.entries(ANSWERS).map(([value, key]) => ({ value, title: say(key, {}, language) }));
  const questions = block.questions.map((question, place) => {
    const value = state.chosen?.[place];
    return {
      type: 'Input.ChoiceSet',
      id: inputOf(place),
      label: verbatim(`${place + 1}. ${question}`),
      style: 'expanded',
      isRequired: true,
      errorMessage: say('teams_check_kies', {}, language),
      choices,
      ...(value !== undefined && { value }),
    };
  });
  const title = say('teams_check_knop', {}, language);
  const data = { check: true, language, [MARKS]: block.questions.map(markOf) };
  return [
    box([...questions, ...source], { style: 'emphasis' }),
    buttons([
      state.where === 'dialog'
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
