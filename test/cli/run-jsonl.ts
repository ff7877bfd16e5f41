import { expect } from '@jest/globals';
import { PassThrough, Readable, Writable } from 'node:stream';
import { text as textOf } from 'node:stream/consumers';
import { answerLines } from '../../src/cli/jsonl.ts';
import { toy, toyAsker, toyChecklist, toyChoices } from '../core/toy-asker.ts';

const KNOWN = {
  open: { reply: toy('answer', 'open', 'Open van zeven tot zeven.', 'Ook zondag.'), confidence: 0.98765 },
  zelfcheck: { reply: toyChecklist('Twijfel je?', 'Past hij?', 'Op slot?'), decision: 'command' },
  fiets: { reply: toyChoices('open', 'kosten', 'zelfcheck'), confidence: 0.25 },
  'entry:open': { reply: toy('answer', 'open', 'Open van zeven tot zeven.') },
  'entry:kosten': { reply: toy('silent', 'kosten') },
  'entry:zelfcheck': { reply: toyChecklist('Twijfel je?', 'Past hij?', 'Op slot?') },
  onderwerpen: { reply: { ...toyChoices('open'), kind: 'topics' }, decision: 'command' },
} as const;

/** What comes out for this input: lines as data (without their time), and the exit code. */
export async function runJsonl(...chunks: readonly (string | Buffer)[]) {
  const asker = toyAsker(KNOWN);
  const output = new PassThrough();
  const written = textOf(output);
  const exitCode = await answerLines(asker, Readable.from(chunks), output);
  output.end();
  const text = await written;
  expect(text).toMatch(/\n$|^$/);
  const lines = text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  return { exitCode, lines, asked: asker.asked };
}

/** The most listeners for one event that an output had at once which is busy after each line. */
export async function mostListeners(count: number): Promise<number> {
  let most = 0;
  const output: Writable = new Writable({
    highWaterMark: 1,
    write: (_chunk, _encoding, done) => {
      setImmediate(() => {
        most = Math.max(most, ...output.eventNames().map((name) => output.listenerCount(name)));
        done();
      });
    },
  });
  await answerLines(toyAsker(KNOWN), Readable.from(Array.from({ length: count }, () => ask('open'))), output);
  return most;
}

/** A line in. */
export const ask = (text: string, conversation?: string) => `${JSON.stringify({ text, conversation })}\n`;
