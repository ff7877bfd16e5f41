import { createHash } from 'node:crypto';
import type { Say, TextKey } from './texts.ts';
import type { Block, CheckAnswer, Language, Reply } from './types.ts';

/** The key of the label of each answer to a question of the self-check, in the order in which they are offered. */
export const CHECK_ANSWERS = {
  yes: 'zelfcheck_ja',
  no: 'zelfcheck_nee',
  doubt: 'zelfcheck_weet_niet',
} as const satisfies Record<CheckAnswer, TextKey>;

/** What a person sends with a self-check. Comes from outside, and may be anything. */
export interface FilledCheck {
  /** The fingerprint of each question that was shown; `undefined` for what was drawn before there were fingerprints. */
  readonly asked: unknown;
  /** The answers by the number of their question, from 0. */
  readonly answers: Readonly<Record<string, unknown>>;
}

/** A question of the self-check that was not answered with yes. */
export interface Doubt {
  /** In the language of the reply where there is a translation. */
  readonly question: string;
  readonly answer: CheckAnswer;
}

/** What became of a self-check: `open` when an answer is missing, with those that there are. Never a verdict. */
export type CheckOutcome =
  | { readonly kind: 'open'; readonly chosen: readonly (CheckAnswer | undefined)[] }
  | { readonly kind: 'done'; readonly doubts: readonly Doubt[] };

type Checklist = Extract<Block, { kind: 'checklist' }>;

/** Returns the self-check in a reply; `undefined` in any other reply. */
export function checklistIn({ blocks }: Reply): Checklist | undefined {
  return blocks.find((block) => block.kind === 'checklist');
}

/** Returns the fingerprint of a question, by which an answer is not taken for one to a question that has changed since. */
export function questionMark(question: string): string {
  return createHash('sha256').update(question).digest('base64url').slice(0, 8);
}

/** The answer with a name that comes from outside; `undefined` for any other value. */
function checkAnswerNamed(name: unknown): CheckAnswer | undefined {
  return typeof name === 'string' && Object.hasOwn(CHECK_ANSWERS, name) ? (name as CheckAnswer) : undefined;
}

/**
 * Returns what became of a self-check: done when each question has one known answer and there is no other answer. What sent it
 * may not have checked that, and the questions may have changed meanwhile. An unknown answer counts as missing.
 */
export function concludeCheck(check: Reply, { asked, answers }: FilledCheck): CheckOutcome {
  const { questions, translations } = checklistIn(check) ?? { questions: [] };
  if (questions.length === 0) return { kind: 'open', chosen: [] };
  const marks: readonly unknown[] =
    asked === undefined ? questions.map(questionMark) : Array.isArray(asked) ? asked : [];
  const chosen = questions.map((question, index) =>
    marks[index] === questionMark(question) ? checkAnswerNamed(answers[String(index)]) : undefined,
  );
  const known = new Set(questions.map((_, index) => String(index)));
  const hasOther = Object.keys(answers).some((number) => !known.has(number));
  if (hasOther || marks.length !== questions.length || chosen.includes(undefined))
    return { kind: 'open', chosen };
  const doubts = questions.flatMap((question, index): Doubt[] => {
    const answer = chosen[index];
    return answer === undefined || answer === 'yes'
      ? []
      : [{ question: translations?.[index] ?? question, answer }];
  });
  return { kind: 'done', doubts };
}

/** Returns a sentence for each question that was not answered with yes, with the answer. */
export function repeatedDoubts(doubts: readonly Doubt[], say: Say, language: Language): string[] {
  return doubts.map(({ question, answer }) => {
    const chosen = say(CHECK_ANSWERS[answer], {}, language);
    return say('zelfcheck_gekozen', { vraag: question, antwoord: chosen }, language);
  });
}

/** What is said to a self-check that is done: never a verdict. */
function conclusion(doubts: readonly Doubt[], say: Say, language: Language): Block[] {
  const said = (key: TextKey): Block => ({ kind: 'paragraph', text: say(key, {}, language) });
  if (doubts.length === 0) return [said('zelfcheck_overal_ja'), said('zelfcheck_bewaard')];
  const items = repeatedDoubts(doubts, say, language);
  return [said('zelfcheck_anders'), { kind: 'list', items }, said('zelfcheck_bewaard')];
}

/**
 * Returns the reply to a filled-in self-check: with its conclusion and the same advice whatever was chosen; or, when an answer
 * is missing, the self-check again with what was chosen. Any other reply is returned as it is.
 */
export function concludedReply(check: Reply, outcome: CheckOutcome, say: Say): Reply {
  const place = check.blocks.findIndex(({ kind }) => kind === 'checklist');
  const checklist = checklistIn(check);
  if (checklist === undefined) return check;
  const [before, after] = [check.blocks.slice(0, place), check.blocks.slice(place + 1)];
  const between: readonly Block[] =
    outcome.kind === 'done'
      ? conclusion(outcome.doubts, say, check.language)
      : [
          { kind: 'paragraph', text: say('zelfcheck_alle', {}, check.language) },
          { ...checklist, chosen: outcome.chosen.map((answer) => answer ?? null) },
        ];
  // Who has answered the questions is not asked to answer them.
  const above = outcome.kind === 'done' ? before.filter(({ kind }) => kind === 'heading') : before;
  return { ...check, blocks: [...above, ...between, ...after] };
}
