import { CHECK_ANSWERS, questionMark, repeatedDoubts } from '../../src/core/index.ts';
import type {
  Block,
  CheckAnswer,
  CheckOutcome,
  Doubt,
  FilledCheck,
  Language,
  Reply,
} from '../../src/core/index.ts';
import { citation } from './citation.ts';
import { container, buttons, execute, lines, submit, verbatim } from './elements.ts';
import type { Element } from './elements.ts';
import type { Press } from './read.ts';
import type { TeamsAssistant } from './texts.ts';

type Checklist = Extract<Block, { kind: 'checklist' }>;

/** The answer to each question; `undefined` where it is missing or invalid. */
type Chosen = readonly (CheckAnswer | undefined)[];

/** The command of the self-check; where there are several, its reply is the choice. */
export const CHECK = 'zelfcheck';

/** How the self-check is rendered. */
export type CheckState =
  /** With inputs. `chosen`: the answers so far, when one is missing. A dialog cannot be updated in place. */
  | { readonly kind: 'open'; readonly where: 'chat' | 'dialog'; readonly chosen?: Chosen }
  /**
   * With its advice. `doubts`: whether an answer was not yes; absent in a group. `repeated`: those answers, only in a dialog,
   * because Teams keeps what is in a chat.
   */
  | { readonly kind: 'done'; readonly doubts?: boolean; readonly repeated?: readonly Doubt[] };

/** Keys in the button's data: the fingerprints of the questions; the client adds an `INPUT` for each question. */
const FINGERPRINTS = 'asked';
const INPUT = 'answer';
const inputOf = (index: number) => `${INPUT}${index}`;

/** Returns the self-check that was filled in, as it is now, and how it is rendered. */
export function fillIn(
  { selfCheck }: Pick<TeamsAssistant, 'selfCheck'>,
  { entry, language, data }: Extract<Press, { kind: 'check' }>,
  where: 'chat' | 'dialog',
): { readonly check: Reply; readonly state: CheckState } {
  const { check, outcome } = selfCheck({ entry, language, ...filledCheck(data) });
  return { check, state: checkStateOf(outcome, where) };
}

/** What a client sends with a self-check. Cards from before 2026-12 have no fingerprints and stay in chats for years. */
function filledCheck(data: Readonly<Record<string, unknown>>): FilledCheck {
  const inputs = Object.entries(data).filter(([name]) => name.startsWith(INPUT));
  return {
    asked: data[FINGERPRINTS],
    answers: Object.fromEntries(inputs.map(([name, value]) => [name.slice(INPUT.length), value])),
  };
}

/** The state of a self-check after its button was pressed. */
function checkStateOf(outcome: CheckOutcome, where: 'chat' | 'dialog'): CheckState {
  if (outcome.kind === 'open') {
    const { chosen } = outcome;
    return { kind: 'open', where, ...(chosen.length > 0 && { chosen }) };
  }
  const { doubts } = outcome;
  return { kind: 'done', doubts: doubts.length > 0, ...(where === 'dialog' && { repeated: doubts }) };
}

/** The same state without the person's answers, for a group. */
export function withoutChoices(state: CheckState): CheckState {
  if (state.kind === 'done') return { kind: 'done' };
  return state.chosen === undefined ? state : { ...state, chosen: [] };
}

/** The notice above a self-check with missing answers; empty otherwise. */
export function missingAnswer(state: CheckState, say: TeamsAssistant['say'], language: Language): string {
  return state.kind === 'open' && state.chosen !== undefined ? say('zelfcheck_alle', {}, language) : '';
}

/** The questions of the self-check, each with three choices, and the submit button; when it is done only the questions. */
export function checklistElements(
  block: Checklist,
  say: TeamsAssistant['say'],
  { language, entry }: Pick<Reply, 'language'> & { readonly entry: Reply['entry'] | undefined },
  state: CheckState,
): Element[] {
  const source = citation(block.source);
  const lead = lines(block.lead ?? '');
  const labels = block.questions.map((question, index) => {
    const translation = block.translations?.[index];
    return `${index + 1}. ${question}${translation === undefined ? '' : ` (${translation})`}`;
  });
  if (state.kind === 'done')
    return [
      container([...lead, ...labels.flatMap((label) => lines(label)), ...source], { style: 'emphasis' }),
    ];
  const choices = Object.entries(CHECK_ANSWERS).map(([value, key]) => ({
    value,
    title: say(key, {}, language),
  }));
  const questions = labels.map((label, index) => {
    const value = state.chosen?.[index];
    return {
      type: 'Input.ChoiceSet',
      id: inputOf(index),
      label: verbatim(label),
      style: 'expanded',
      isRequired: true,
      errorMessage: say('zelfcheck_kies', {}, language),
      choices,
      ...(value !== undefined && { value }),
    };
  });
  const title = say('zelfcheck_tips', {}, language);
  const data = {
    check: true,
    ...(entry !== undefined && { entry }),
    language,
    [FINGERPRINTS]: block.questions.map(questionMark),
  };
  return [
    container([...lead, ...questions, ...source], { style: 'emphasis' }),
    buttons([
      state.where === 'dialog'
        ? { ...submit(title, data), associatedInputs: 'auto' }
        : execute(title, 'check', data, 'auto'),
    ]),
  ];
}

/** What stands between the answered questions and the advice, which is never a verdict. */
export function doneElements(
  { doubts, repeated = [] }: Extract<CheckState, { kind: 'done' }>,
  say: TeamsAssistant['say'],
  language: Language,
): Element[] {
  const key = doubts === true ? 'zelfcheck_anders' : 'zelfcheck_overal_ja';
  return [
    ...(doubts === undefined ? [] : lines(say(key, {}, language), { bold: true })),
    ...repeatedDoubts(repeated, say, language).flatMap((item) => lines(`• ${item}`, { close: true })),
    ...lines(say('zelfcheck_bewaard', {}, language), { subtle: true }),
  ];
}
