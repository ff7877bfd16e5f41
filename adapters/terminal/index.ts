import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Choice, Language } from '../../src/core/index.ts';
import { createCompletion } from './completion.ts';
import { numberIn } from './numbers.ts';
import { render, wrap } from './render.ts';
import type { TerminalAssistant } from './texts.ts';

/** Input and output of a conversation: a terminal or, in tests and pipes, two streams. */
export interface Terminal {
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable & { readonly isTTY?: boolean };
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

/**
 * Answers each line until the input ends (Ctrl-D) or somebody stops; a number presses that button, and in a terminal Tab
 * completes a line to a known question. Returns the number of lines.
 */
export async function converse(
  assistant: Pick<TerminalAssistant, 'reply' | 'say' | 'suggest'>,
  { input, output, onStart }: Terminal,
): Promise<number> {
  const isInteractive = input.isTTY === true && output.isTTY === true;
  let buttons: readonly Choice[] = [];
  let language: Language | undefined;
  const { completer, chosen } = createCompletion(assistant, () => language);
  const lines = createInterface({
    input,
    output: isInteractive ? output : undefined,
    completer,
    prompt: PROMPT,
    historySize: 200,
  } as const);
  let read = 0;
  const show = (text: string) => {
    output.write(`\n${text}\n\n`);
    if (isInteractive) lines.prompt(true);
  };
  onStart?.((problem) => {
    show(assistant.say('terminal_kennis_geweigerd', { probleem: problem }, 'nl'));
  });
  if (isInteractive) show(wrap(assistant.say('terminal_tab', {}, 'nl')));
  for await (const line of lines) {
    read += 1;
    if (isStop(line)) break;
    const number = buttons.length === 0 ? undefined : numberIn(line, buttons.length);
    const suggested = number === undefined ? chosen(line) : undefined;
    const choice = number === undefined ? suggested : buttons[number - 1];
    if (number !== undefined && choice === undefined) {
      show(wrap(assistant.say('terminal_kies', { nummers: numbersOf(buttons, language ?? 'nl') }, language)));
      continue;
    }
    const text = choice?.value ?? line;
    const pressed = choice !== undefined;
    const wanted = suggested?.language;
    const reply = await assistant.reply({ conversation: CONVERSATION, text, pressed, language: wanted });
    const rendered = render(reply, {
      colour: output.isTTY === true && !('NO_COLOR' in process.env),
      numbers: true,
    });
    ({ buttons } = rendered);
    ({ language } = reply);
    show(rendered.text);
  }
  lines.close();
  if (isInteractive) output.write('\n');
  return read;
}

/** Whether a line ends the conversation: a word for it, also as a command (`/exit`, `:q`, `exit()`). */
function isStop(line: string): boolean {
  const words = line.trim().toLowerCase();
  return STOP.has(words.replace(/^[/:\\]/, '').replace(/[().!;\s]+$/, ''));
}

/** The numbers of the buttons as a list: `1, 2 of 3`. */
function numbersOf(buttons: readonly Choice[], language: Language): string {
  const numbers = buttons.map((_, place) => String(place + 1));
  return new Intl.ListFormat(language, { type: 'disjunction' }).format(numbers);
}
