import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Assistant } from '../../src/assistant/index.ts';
import type { Choice } from '../../src/core/index.ts';
import { render } from './render.ts';

/** Where a conversation takes place; a real terminal or, in tests and pipes, two streams. */
export interface Terminal {
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable & { readonly isTTY?: boolean };
}

const CONVERSATION = 'terminal';
const PROMPT = '> ';

/**
 * Holds a conversation, line by line, until the input ends (Ctrl-D). A number picks the button that shows it.
 * @returns how many lines were answered.
 */
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
    const drawn = render(reply, {
      colour: output.isTTY === true && !('NO_COLOR' in process.env),
      numbers: true,
    });
    ({ buttons } = drawn);
    answered += 1;
    output.write(`\n${drawn.text}\n\n`);
    if (isInteractive) lines.prompt();
  }
  if (isInteractive) output.write('\n');
  return answered;
}
