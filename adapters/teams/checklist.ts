import { createHash } from 'node:crypto';
import { entryValue } from '../../src/core/index.ts';
import type { Block, Language, Reply } from '../../src/core/index.ts';
import { citation } from './citation.ts';
import { container, buttons, execute, lines, submit, verbatim } from './elements.ts';
import type { Element } from './elements.ts';
import type { Press } from './read.ts';
import type { TeamsAssistant } from './texts.ts';

type Checklist = Extract<Block, { kind: 'checklist' }>;

/** The answers and the keys of their labels. Teams sends the answers with the button; the bot does not store them. */
const ANSWERS = { yes: 'teams_check_ja', no: 'teams_check_nee', doubt: 'teams_check_twijfel' } as const;
type Answer = keyof typeof ANSWERS;
/** The answer to each question; `undefined` where it is missing or invalid. */
type Chosen = readonly (Answer | undefined)[];

/** The command of the self-check; where there are several, its reply is the choice. */
export const CHECK = 'zelfcheck';

/** Returns the self-check of a submitted card; when it is gone, what the command gives. */
export function showCheck(
  { show }: Pick<TeamsAssistant, 'show'>,
  { entry, language }: Extract<Press, { kind: 'check' }>,
): Reply {
  const check = show(entryValue(entry), language);
  return check.kind === 'checklist' ? check : show(CHECK, language);
}

/** How the self-check is rendered. */
export type CheckState =
  /** With inputs. `chosen`: the answers so far, when one is missing. A dialog cannot be updated in place. */
  | { readonly kind: 'open'; readonly where: 'chat' | 'dialog'; readonly chosen?: Chosen }
  /** With its advice. `doubts`: whether an answer was not yes; absent in a group. */
  | { readonly kind: 'done'; readonly doubts?: boolean };

/** Keys in the button's data: the fingerprints of the questions; the client adds an `INPUT` for each question. */
const FINGERPRINTS = 'asked';
const INPUT = 'answer';
const inputOf = (index: number) => `${INPUT}${index}`;

/** Identifies the text of a question, so that an answer is not taken for one to a question that has changed since. */
function fingerprint(question: string): string {
  return createHash('sha256').update(question).digest('base64url').slice(0, 8);
}

/**
 * The state of a self-check after its button was pressed: done when each question has exactly one valid answer and there is
 * no other answer. The client may not have checked that, and the questions may have changed since the card was sent.
 */
export function checkStateOf(
  reply: Reply,
  data: Readonly<Record<string, unknown>>,
  where: 'chat' | 'dialog',
): CheckState {
  const { questions } = reply.blocks.find((block) => block.kind === 'checklist') ?? {};
  if (questions === undefined) return { kind: 'open', where };
  // Cards from before 2026-12 have no fingerprints and stay in chats for years: their answers are taken by number.
  const listed = data[FINGERPRINTS] === undefined ? questions.map(fingerprint) : data[FINGERPRINTS];
  const asked: readonly unknown[] = Array.isArray(listed) ? listed : [];
  const chosen = questions.map((question, index) =>
    asked[index] === fingerprint(question) ? answerIn(data[inputOf(index)]) : undefined,
  );
  const inputs = new Set(questions.map((_, index) => inputOf(index)));
  const hasOther = Object.keys(data).some((name) => name.startsWith(INPUT) && !inputs.has(name));
  if (hasOther || asked.length !== questions.length || chosen.includes(undefined))
    return { kind: 'open', where, chosen };
  return { kind: 'done', doubts: chosen.some((answer) => answer !== 'yes') };
}

function answerIn(value: unknown): Answer | undefined {
  return typeof value === 'string' && Object.hasOwn(ANSWERS, value) ? (value as Answer) : undefined;
}

/** The same state without the person's answers, for a group. */
export function withoutChoices(state: CheckState): CheckState {
  if (state.kind === 'done') return { kind: 'done' };
  return state.chosen === undefined ? state : { ...state, chosen: [] };
}

/** The notice above a self-check with missing answers; empty otherwise. */
export function missingAnswer(state: CheckState, say: TeamsAssistant['say'], language: Language): string {
  return state.kind === 'open' && state.chosen !== undefined ? say('teams_check_alle', {}, language) : '';
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
  const choices = Object.entries(ANSWERS).map(([value, key]) => ({ value, title: say(key, {}, language) }));
  const questions = labels.map((label, index) => {
    const value = state.chosen?.[index];
    return {
      type: 'Input.ChoiceSet',
      id: inputOf(index),
      label: verbatim(label),
      style: 'expanded',
      isRequired: true,
      errorMessage: say('teams_check_kies', {}, language),
      choices,
      ...(value !== undefined && { value }),
    };
  });
  const title = say('teams_check_knop', {}, language);
  const data = {
    check: true,
    ...(entry !== undefined && { entry }),
    language,
    [FINGERPRINTS]: block.questions.map(fingerprint),
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

/** The text between the answered questions and the advice, which is never a verdict. */
export function doneElements(
  doubts: boolean | undefined,
  say: TeamsAssistant['say'],
  language: Language,
): Element[] {
  const key = doubts === true ? 'teams_check_anders' : 'teams_check_overal_ja';
  return [
    ...(doubts === undefined ? [] : lines(say(key, {}, language), { bold: true })),
    ...lines(say('teams_check_bewaard', {}, language), { subtle: true }),
  ];
}
