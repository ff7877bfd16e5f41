import type { LanguageWords } from '../model.ts';
import type { Language } from '../types.ts';
import { tokensOf } from './normalize.ts';

/** Returns the class of each name of one token, without names in `questions`, which entries are about. Languages share their classes, because people mix languages. */
export function compileNames(
  lists: readonly (readonly [Language, LanguageWords])[],
  questions: readonly string[],
): ReadonlyMap<string, string> {
  const asked = new Set(questions.flatMap(tokensOf));
  return new Map(
    lists.flatMap(([, { namen }]) =>
      Object.entries(namen).flatMap(([name, members]) =>
        members
          .map(tokensOf)
          .flatMap(([token, ...more]) =>
            token === undefined || more.length > 0 || asked.has(token) ? [] : [[token, name] as const],
          ),
      ),
    ),
  );
}
