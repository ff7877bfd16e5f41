import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Language, Reply } from '../../src/core/index.ts';
import { finish, promptOf, readAnswer, startCheck } from './check.ts';
import type { RunningCheck } from './check.ts';
import { createCompletion } from './completion.ts';
import { numberIn } from './numbers.ts';
import { render, wrap } from './render.ts';
import type { Button, VoteButton } from './render.ts';
import type { TerminalAssistant } from './texts.ts';

/** Input and output of a conversation: a terminal or, in tests and pipes, two streams. */
export interface Terminal {
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable & { readonly isTTY?: boolean };
  /** Whether votes are counted, so that somebody can vote. */
  readonly takesVotes?: boolean;
  /** Called at the start with a function that shows a problem for which changed knowledge was refused. */
  readonly onStart?: (showRefused: (problem: string) => void) => void;
}

const CONVERSATION = 'terminal';
const PROMPT = '> ';
const STOP = new Set(
  ['stop', 'stoppen', 'stop maar', 'ik wil stoppen', 'afsluiten', 'sluit af', 'sluiten', 'einde', 'verlaten']
    // In English, and as in other programs.
    .concat(['exit', 'quit', 'close', 'end', 'q', 'x']),
);

/** What of the assistant a conversation needs. */
export type Talker = Pick<
  TerminalAssistant,
  'reply' | 'say' | 'suggest' | 'feedback' | 'afterVote' | 'selfCheck' | 'sorry'
>;

/**
 * Answers each line until the input ends (Ctrl-D) or somebody stops; a number presses that button, and in a terminal Tab
 * completes a line to a known question. The questions of the self-check are asked one by one; a line that is no answer leaves
 * it. Returns the number of lines.
 */
export async function converse(
  assistant: Talker,
  { input, output, takesVotes = false, onStart }: Terminal,
): Promise<number> {
  const { say } = assistant;
  const isInteractive = input.isTTY === true && output.isTTY === true;
  let language: Language | undefined;
  const { completer, chosen } = createCompletion(assistant, () => language);
  const lines = createInterface({
    input,
    output: isInteractive ? output : undefined,
    completer,
    prompt: PROMPT,
    historySize: 200,
  } as const);
  let buttons: readonly Button[] = [];
  // Of the last answer, so that a vote can be changed by its word.
  let votes: readonly VoteButton[] = [];
  let ballot = randomUUID();
  let check: RunningCheck | undefined;
  let read = 0;
  const show = (text: string) => {
    output.write(`\n${text}\n\n`);
    if (isInteractive) lines.prompt(true);
  };
  const showNumbers = (last: number) => {
    const nummers = numbersUpTo(last, language ?? 'nl');
    show(wrap(say('terminal_kies', { nummers }, language)));
  };
  const showReply = (reply: Reply) => {
    const colour = output.isTTY === true && !('NO_COLOR' in process.env);
    const rendered = render(reply, { colour, numbers: true, votes: takesVotes });
    ({ buttons } = rendered);
    ({ language } = reply);
    show(rendered.text);
  };
  const showAnswer = (reply: Reply) => {
    showReply(reply);
    votes = buttons.filter((button) => 'useful' in button);
    ballot = randomUUID();
    check = startCheck(reply);
    if (check !== undefined) show(promptOf(check, say));
  };
  /** Whether a line is an answer in the self-check that runs; any other line leaves it. */
  const isAnswered = (line: string): boolean => {
    if (check === undefined) return false;
    const answer = readAnswer(line, say);
    if (answer === 'unknown number') {
      showNumbers(3);
      return true;
    }
    if (answer === undefined) {
      check = undefined;
      return false;
    }
    check = { ...check, answers: [...check.answers, answer === 'skip' ? undefined : answer] };
    if (check.answers.length < check.questions.length) {
      show(promptOf(check, say));
      return true;
    }
    const done = check;
    check = undefined;
    showReply(finish(done, assistant));
    return true;
  };
  const vote = async ({ ballot: own = ballot, ...cast }: VoteButton) => {
    const given = { ...cast, ballot: own, conversation: CONVERSATION };
    showReply(assistant.afterVote(given, await assistant.feedback(given), language));
  };
  onStart?.((problem) => {
    show(say('terminal_kennis_geweigerd', { probleem: problem }, 'nl'));
  });
  if (isInteractive) show(wrap(assistant.say('terminal_tab', {}, 'nl')));
  for await (const line of lines) {
    read += 1;
    if (isStop(line)) break;
    if (isAnswered(line)) continue;
    const number = buttons.length === 0 ? undefined : numberIn(line, buttons.length);
    const suggested = number === undefined ? chosen(line) : undefined;
    const voted = number === undefined ? withLabel(line, [...buttons, ...votes]) : undefined;
    const pressed = number === undefined ? (suggested ?? voted) : buttons[number - 1];
    if (number !== undefined && pressed === undefined) showNumbers(buttons.length);
    else if (pressed !== undefined && 'useful' in pressed) await vote(pressed);
    else {
      const text = pressed?.value ?? line;
      const isPressed = pressed !== undefined;
      const wanted = suggested?.language;
      const message = { conversation: CONVERSATION, text, pressed: isPressed, language: wanted };
      showAnswer(await assistant.reply(message));
    }
  }
  lines.close();
  if (isInteractive) output.write('\n');
  return read;
}

/** The vote, or the reason for one, whose label was typed. */
function withLabel(line: string, buttons: readonly Button[]): VoteButton | undefined {
  const typed = line.trim().toLowerCase();
  return buttons.filter((button) => 'useful' in button).find(({ label }) => label.toLowerCase() === typed);
}

/** Whether a line ends the conversation: a word for it, also as a command (`/exit`, `:q`, `exit()`). */
function isStop(line: string): boolean {
  const words = line.trim().toLowerCase();
  return STOP.has(words.replace(/^[/:\\]/, '').replace(/[().!;\s]+$/, ''));
}

/** The numbers from 1 as a list: `1, 2 of 3`. */
function numbersUpTo(last: number, language: Language): string {
  const numbers = Array.from({ length: last }, (_, place) => String(place + 1));
  return new Intl.ListFormat(language, { type: 'disjunction' }).format(numbers);
}
