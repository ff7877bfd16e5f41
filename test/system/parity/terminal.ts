import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { converse } from '../../../adapters/terminal/index.ts';
import { createAssistant } from '../../../src/assistant/index.ts';
import type { Asker } from '../../../src/core/index.ts';
import { choice, itemAt, vote, words } from './reading.ts';
import type { FilledIn, ParityChannel, Reading } from './reading.ts';

/** What somebody types for each answer. */
const WORDS = { yes: 'ja', no: 'nee', doubt: 'weet ik niet' } as const;

/** Two streams, as in a pipe. */
export function startTerminal(asker: Asker): Promise<ParityChannel> {
  const inputs: PassThrough[] = [];
  const open = () => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    inputs.push(input);
    const assistant = createAssistant({ asker, channel: 'terminal' });
    void converse(assistant, { input, output, takesVotes: true });
    const written: string[] = [];
    output.on('data', (piece: Buffer) => written.push(piece.toString('utf8')));
    const type = async (text: string): Promise<Reading> => {
      const before = written.length;
      const answered = once(output, 'data');
      input.write(`${text}\n`);
      await answered;
      // A reply is written as one piece; the next question of a self-check is another one, right behind it.
      await setImmediate();
      return readScreen(itemAt(written, before));
    };
    return Promise.resolve({
      type,
      press: (place: number) => type(String(place + 1)),
      voteDown: () => type('niet nuttig'),
      explain: () => type('1'),
      fill: async ({ answers }: FilledIn) => {
        for (const answer of answers.slice(0, -1)) await type(WORDS[answer]);
        return type(WORDS[itemAt(answers, -1)]);
      },
    });
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
