import { CHECK_ANSWERS, checklistIn, questionMark } from '../../src/core/index.ts';
import type { CheckAnswer, Language, Reply } from '../../src/core/index.ts';
import { numberIn } from './numbers.ts';
import { wrap } from './render.ts';
import type { TerminalAssistant } from './texts.ts';

/** A self-check that is being filled in; the next question is the one after the last answer. */
export interface RunningCheck {
  readonly entry: string;
  readonly language: Language;
  readonly questions: readonly { readonly text: string; readonly mark: string }[];
  /** `undefined` for a question that was skipped. */
  readonly answers: readonly (CheckAnswer | undefined)[];
}

/** Returns the self-check of a reply, without answers; `undefined` for another reply. */
export function startCheck(reply: Reply): RunningCheck | undefined {
  const { entry, language } = reply;
  const { questions = [], translations } = checklistIn(reply) ?? {};
  if (entry === undefined || questions.length === 0) return undefined;
  const asked = questions.map((question, index) => ({
    text: translations?.[index] ?? question,
    mark: questionMark(question),
  }));
  return { entry, language, questions: asked, answers: [] };
}

/** Returns the next question with its answers, and for the first one how to answer. */
export function promptOf(
  { questions, answers, language }: RunningCheck,
  say: TerminalAssistant['say'],
): string {
  const place = answers.length;
  const labels = Object.values(CHECK_ANSWERS).map((key, index) => `[${index + 1}] ${say(key, {}, language)}`);
  return [
    ...(place === 0 ? [wrap(say('terminal_zelfcheck', {}, language)), ''] : []),
    wrap(questions[place]?.text ?? '', '   ', `${place + 1}. `),
    wrap(labels.join('  '), '   '),
  ].join('\n');
}

/** First letters, and what people type who hesitate. */
const SHORT: Readonly<Record<string, CheckAnswer>> = {
  j: 'yes',
  y: 'yes',
  n: 'no',
  '?': 'doubt',
  'weet niet': 'doubt',
  'geen idee': 'doubt',
  twijfel: 'doubt',
  "i don't know": 'doubt',
  'no idea': 'doubt',
};

/**
 * Returns the answer that a line is, in either language or by its number; `skip` for an empty line, `unknown number` for a
 * number that is no answer, and `undefined` for anything else, which is a question to the bot.
 */
export function readAnswer(
  line: string,
  say: TerminalAssistant['say'],
): CheckAnswer | 'skip' | 'unknown number' | undefined {
  const typed = line.trim().toLowerCase();
  if (typed === '') return 'skip';
  const names = Object.keys(CHECK_ANSWERS) as readonly CheckAnswer[];
  const number = numberIn(line, names.length);
  if (number !== undefined) return names[number - 1] ?? 'unknown number';
  const bare = typed === '?' ? typed : typed.replace(/[.!?,\s]+$/, '');
  if (Object.hasOwn(SHORT, bare)) return SHORT[bare];
  const languages: readonly Language[] = ['nl', 'en'];
  return names.find((name) =>
    languages.some((language) => say(CHECK_ANSWERS[name], {}, language).toLowerCase() === bare),
  );
}

/** Returns the reply when the last question was answered or skipped: the conclusion, or that there is none. */
export function finish(
  { entry, language, questions, answers }: RunningCheck,
  { selfCheck, say, sorry }: Pick<TerminalAssistant, 'selfCheck' | 'say' | 'sorry'>,
): Reply {
  try {
    const filled = Object.fromEntries(answers.map((answer, place) => [String(place), answer]));
    const asked = questions.map(({ mark }) => mark);
    const { check, outcome, reply } = selfCheck({ entry, language, asked, answers: filled });
    if (outcome.kind === 'done' || check.kind !== 'checklist') return reply;
    const text = say('terminal_zelfcheck_open', {}, language);
    return { kind: 'help', language, blocks: [{ kind: 'paragraph', text }] };
  } catch (error) {
    return sorry(error, language);
  }
}
