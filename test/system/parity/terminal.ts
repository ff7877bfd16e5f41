import { PassThrough } from 'node:stream';
import { converse } from '../../../adapters/terminal/index.ts';
import { createAssistant } from '../../../src/assistant/index.ts';
import type { Asker } from '../../../src/core/index.ts';
import { choice, vote, words } from './reading.ts';
import type { ParityChannel, Reading } from './reading.ts';

/** Two streams, as in a pipe. */
export function startTerminal(asker: Asker): Promise<ParityChannel> {
  const inputs: PassThrough[] = [];
  const open = () => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    inputs.push(input);
    const assistant = createAssistant({ asker, channel: 'terminal' });
    void converse(assistant, { input, output, takesVotes: true });
    const type = (text: string) =>
      new Promise<Reading>((resolve) => {
        // A reply is written as one piece.
        output.once('data', (written: Buffer) => {
          resolve(readScreen(written.toString('utf8')));
        });
        input.write(`${text}\n`);
      });
    return Promise.resolve({ type, press: (place: number) => type(String(place + 1)) });
  };
  const stop = () => {
    for (const input of inputs) input.end();
    return Promise.resolve();
  };
  return Promise.resolve({ open, stop });
}

/** A choice has its number in front, and goes on where the next line leaves as much room. */
function readScreen(screen: string): Reading {
  // After their question, the numbered lines are votes.
  let isVote = false;
  const joined = screen.replace(/^(\[\d+\] .*(?:\n {5}.*)*)/gm, (whole) => whole.replace(/\n {5}/g, ' '));
  return joined.split('\n').flatMap((line) => {
    const label = /^\[\d+\] +(.*)$/.exec(line)?.[1];
    if (label !== undefined) return [(isVote ? vote : choice)(label)];
    isVote = /^(Was dit nuttig|Was this useful|Wat was er niet goed|What was wrong)/.test(line);
    return words(line.replace(/^│ \d+\. /, ''));
  });
}
