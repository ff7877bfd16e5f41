import type { AsyncCompleter } from 'node:readline';
import type { Language, Suggestion } from '../../src/core/index.ts';
import { printable } from './render.ts';
import type { TerminalAssistant } from './texts.ts';

/** Questions that Tab puts in the place of what was typed. */
export interface Completion {
  /** For `readline`: the first press gives the likeliest question, each next one another, and after the last the first. */
  readonly completer: AsyncCompleter;
  /** Returns the question that Tab put on this line; `undefined` for any other line. */
  readonly chosen: (line: string) => Suggestion | undefined;
}

const MAX_QUESTIONS = 5;

/** Creates the completion. `language`: of the conversation, `undefined` before the first answer. */
export function createCompletion(
  { suggest }: Pick<TerminalAssistant, 'suggest'>,
  language: () => Language | undefined,
): Completion {
  let found: readonly Suggestion[] = [];
  let place = 0;
  const isShown = (line: string) => found[place]?.label === line;

  return {
    completer: (line, callback) => {
      void next(line).then((question) => {
        callback(null, [question === undefined ? [] : [question.label], line]);
      });
    },
    chosen: (line) => (isShown(line) ? found[place] : undefined),
  };

  async function next(line: string): Promise<Suggestion | undefined> {
    if (isShown(line)) place = (place + 1) % found.length;
    else {
      const { choices } = await suggest({ text: line, ...languageNow() }, MAX_QUESTIONS);
      found = choices.map((choice) => ({ ...choice, label: printable(choice.label) }));
      place = 0;
    }
    return found[place];
  }

  function languageNow(): { readonly language?: Language } {
    const shown = language();
    return shown === undefined ? {} : { language: shown };
  }
}
