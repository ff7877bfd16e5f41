import type { LanguageWords } from '../model.ts';
import type { Language } from '../types.ts';
import { tokensOf } from './normalize.ts';

/** The interchangeable names (`namen`) of all languages together, because people mix languages. */
export interface Names {
  /** The class of each name of one token, without names that entries are about. */
  readonly classes: ReadonlyMap<string, string>;
  /** Writes names that are spelled in two parts ("Tik Tok", "Linked-In") as one token. */
  readonly join: (tokens: readonly string[]) => string[];
}

/** Compiles the names. Entries are about the names in `questions`. */
export function compileNames(
  lists: readonly (readonly [Language, LanguageWords])[],
  questions: readonly string[],
): Names {
  const asked = new Set(questions.flatMap(tokensOf));
  const classes = new Map(
    lists.flatMap(([, { namen }]) =>
      Object.entries(namen).flatMap(([name, members]) =>
        members
          .map(tokensOf)
          .flatMap(([token, ...more]) =>
            token === undefined || more.length > 0 ? [] : [[token, name] as const],
          ),
      ),
    ),
  );
  const all = new Set(classes.keys());
  for (const name of asked) classes.delete(name);
  return {
    classes,
    join: (tokens) => {
      const joined: string[] = [];
      for (let at = 0; at < tokens.length; at += 1) {
        const [token = '', next = ''] = tokens.slice(at, at + 2);
        const isSplit = next !== '' && all.has(token + next);
        joined.push(isSplit ? token + next : token);
        if (isSplit) at += 1;
      }
      return joined;
    },
  };
}
