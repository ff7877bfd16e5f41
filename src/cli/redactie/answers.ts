import { createInterface } from 'node:readline';
import { StartError } from '../../shared/start-error.ts';

/** Asks an editor for lines, on a terminal or from a pipe. */
export interface Answers {
  /** Returns the trimmed answer to a question. @throws {StartError} when there is no more input */
  readonly ask: (question: string) => Promise<string>;
  /** Returns the answers until an empty one. @throws {StartError} when there is no more input */
  readonly askAll: (question: string) => Promise<readonly string[]>;
  readonly close: () => void;
}

/** Reads answers from the standard input. */
export function readAnswers(): Answers {
  const lines = createInterface({ input: process.stdin, terminal: false });
  const reader = lines[Symbol.asyncIterator]();
  const ask = async (question: string): Promise<string> => {
    process.stdout.write(`${question} `);
    const next = await reader.next();
    if (next.done === true) throw new StartError('\nEr kwam geen antwoord meer. Er is niets opgeslagen.');
    if (!process.stdin.isTTY) process.stdout.write('\n');
    return next.value.trim();
  };
  return {
    ask,
    askAll: async (question) => {
      const all: string[] = [];
      for (let answer = await ask(question); answer !== ''; answer = await ask('  nog een (leeg: klaar):'))
        all.push(answer);
      return all;
    },
    close: () => {
      lines.close();
    },
  };
}
