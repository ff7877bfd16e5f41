import { findEntry } from './entry-id.ts';
import type { Knowledge } from './model.ts';
import { composeEntry, guidanceEntries } from './reply/compose.ts';
import { createContexts } from './reply/general.ts';
import { sayAny } from './reply/say.ts';
import type { Say } from './texts.ts';
import type { Language, Reply } from './types.ts';

/** What can be said without a model: nothing is understood. */
export interface Composer {
  /** Returns the reply of an entry; `undefined` for an unknown one. */
  readonly entry: (id: string, language: Language) => Reply | undefined;
  /** Takes any key that the knowledge was loaded with. */
  readonly say: Say<string>;
}

/** Creates a composer, in milliseconds. Throws a `TypeError` when there is no guidance. */
export function createComposer(knowledge: Knowledge): Composer {
  const all = guidanceEntries(knowledge.guidances);
  const entries = all.map(({ entry }) => entry);
  const lookUp = (id: string) => {
    const found = findEntry(entries, id);
    return all.find(({ entry }) => entry === found);
  };
  const contextIn = createContexts(knowledge);
  return {
    entry: (id, language) => {
      const found = lookUp(id);
      return found && composeEntry(found, language, [], lookUp);
    },
    say: (key, values, language) => sayAny(contextIn(language), key, values),
  };
}
