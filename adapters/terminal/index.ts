import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Assistant } from '../../src/assistant/index.ts';
import type { Choice } from '../../src/core/index.ts';
import { render } from './render.ts';

/** Input and output of a conversation: a terminal or, in tests and pipes, two streams. */
export interface Terminal {
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable & { readonly isTTY?: boolean };
}

const CONVERSATION = 'terminal';
const PROMPT = '> ';

/** Answers each line until the input ends (Ctrl-D); a number presses that button. Returns the number of lines. */
export async function converse(
  assistant: Pick<Assistant, 'reply'>,
  { input, output }: Terminal,
): Promise<number> {
  const isInteractive = input.isTTY === true && output.isTTY === true;
  const lines = createInterface({
    input,
    output: isInteractive ? output : undefined,
    prompt: PROMPT,
    historySize: 200,
  } as const);
  let buttons: readonly Choice[] = [];
  let answered = 0;
  if (isInteractive) lines.prompt();
  for await (const line of lines) {
    const choice = buttons[Number(line.trim()) - 1];
    const text = choice?.value ?? line;
    const pressed = choice !== undefined;
    const reply = await assistant.reply({ conversation: CONVERSATION, text, pressed });
    const rendered = render(reply, {
      colour: output.isTTY === true && !('NO_COLOR' in process.env),
      numbers: true,
    });
    ({ buttons } = rendered);
    answered += 1;
    output.write(`\n${rendered.text}\n\n`);
    if (isInteractive) lines.prompt();
  }
  if (isInteractive) output.write('\n');
  return answered;
}
