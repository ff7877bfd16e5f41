import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import * as z from 'zod';
import { createProcessStore } from '../store/index.ts';
import { follow } from '../assistant/index.ts';
import { entryValue, plainText, shortestIds } from '../core/index.ts';
import type { Asker } from '../core/index.ts';
import { choicesIn, quotesIn } from '../evaluation/score.ts';

/** One line of input. */
const inputLine = z.object({ text: z.string(), conversation: z.string().optional() });

/** One line of output, as in `docs/jsonl.md`. Programs read it: add fields, never change or remove one. */
export interface OutputLine {
  readonly text: string;
  readonly kind: string;
  readonly entry: string | null;
  readonly confidence: number;
  readonly quotes: readonly string[];
  readonly choices: readonly {
    readonly entry: string;
    readonly kind: string;
    readonly quotes: readonly string[];
  }[];
  readonly reply: string;
  readonly ms: number;
}

/**
 * Answers JSON Lines: one line out for each line in, in order and as they arrive. Memory does not grow with their number.
 * Returns the exit status: 1 when a line could not be read, else 0.
 */
export async function answerLines(asker: Asker, input: Readable, output: Writable): Promise<number> {
  const { recall, remember } = createProcessStore();
  const idOf = shortestIds(asker.entries);
  let status = 0;
  let number = 0;
  for await (const line of linesOf(input)) {
    number += 1;
    if (line.trim() === '') continue;
    const question = read(line);
    let result: OutputLine | { error: string; line: number };
    if ('error' in question) {
      status = 1;
      result = { error: question.error, line: number };
    } else result = await answer(question.text, question.conversation);
    if (output.destroyed) return status;
    if (!output.write(`${JSON.stringify(result)}\n`)) await drained(output);
  }
  return status;

  async function answer(text: string, conversation: string | undefined): Promise<OutputLine> {
    const previous = conversation === undefined ? undefined : await recall(conversation);
    const start = performance.now();
    const {
      reply,
      decision,
      matches,
      alsoAsked = [],
    } = asker.explain({ text, ...(previous !== undefined && { previous }) });
    const ms = performance.now() - start;
    if (conversation !== undefined) await remember(conversation, follow(previous, reply));
    return {
      text,
      kind: reply.kind,
      entry: reply.entry === undefined ? null : idOf(reply.entry),
      confidence: decision === 'command' ? 1 : round(matches[0]?.confidence ?? 0),
      quotes: quotesIn(reply),
      choices: (reply.kind === 'choices' ? choicesIn(reply) : alsoAsked.map(entryValue)).map((value) =>
        describeChoice(value),
      ),
      reply: plainText(reply),
      ms: round(ms),
    };
  }

  function describeChoice(value: string): OutputLine['choices'][number] {
    const reply = asker.ask({ text: value });
    return { entry: idOf(reply.entry ?? ''), kind: reply.kind, quotes: quotesIn(reply) };
  }
}

/** Waits until more can be written, or never again. Removes the listeners of both. */
async function drained(output: Writable): Promise<void> {
  const waiting = new AbortController();
  const { signal } = waiting;
  await Promise.race([once(output, 'drain', { signal }), once(output, 'close', { signal })]);
  waiting.abort();
}

/**
 * Splits at newlines only: unlike `readline`, which also splits at U+2028 and U+2029, and JSON text may contain those. The
 * decoder removes a byte order mark; it takes bytes, so text is encoded first.
 */
async function* linesOf(input: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of input) {
    rest += decoder.decode(Buffer.from(chunk as string | Uint8Array), { stream: true });
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

function read(line: string): z.infer<typeof inputLine> | { readonly error: string } {
  let data: unknown;
  try {
    data = JSON.parse(line);
  } catch {
    return { error: 'Deze regel is geen geldige JSON.' };
  }
  const result = inputLine.safeParse(data);
  return result.success
    ? result.data
    : { error: 'Verwacht: {"text": "…"} met eventueel "conversation": "…", allebei tekst.' };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
