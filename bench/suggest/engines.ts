import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import type { SearchOptions } from 'minisearch';
import { parseButton } from '../../src/core/index.ts';
import type { Entry, Knowledge } from '../../src/core/index.ts';
import { createGuidanceLexicon } from '../../src/core/match/guidance-lexicon.ts';
import { createSuggest } from '../../src/core/suggest/suggest.ts';

/** Returns the ids of at most `SHOWN` entries for a text that is still being typed. */
export type Suggester = (text: string) => readonly string[];

/** As many suggestions as a list has. */
const SHOWN = 5;

export interface SuggestEngine {
  readonly name: string;
  readonly create: (knowledge: Knowledge) => Suggester;
}

/** A question with the id of its entry. */
interface Text {
  readonly text: string;
  readonly entry: string;
}

/** The defaults of MiniSearch's `autoSuggest`: all words, of the last one its beginning. */
const AUTO_SUGGEST: SearchOptions = {
  combineWith: 'AND',
  prefix: (_, place, terms) => place === terms.length - 1,
};

/**
 * Ours, and the two libraries with the settings that their documentation advises for this. Each has the same texts, or the
 * questions as they are shown alone.
 */
export const SUGGEST_ENGINES: readonly SuggestEngine[] = [
  { name: 'ours', create: createOurs },
  {
    name: 'MiniSearch, as `autoSuggest`',
    create: (knowledge) => createMini(textsOf(knowledge), AUTO_SUGGEST),
  },
  {
    name: 'MiniSearch, prefix and fuzzy',
    create: (knowledge) => createMini(textsOf(knowledge), { prefix: true, fuzzy: 0.2 }),
  },
  {
    name: 'MiniSearch, prefix and fuzzy, shown questions',
    create: (knowledge) => createMini(questionsOf(knowledge), { prefix: true, fuzzy: 0.2 }),
  },
  { name: 'Fuse.js', create: (knowledge) => createFuse(textsOf(knowledge)) },
  { name: 'Fuse.js, shown questions', create: (knowledge) => createFuse(questionsOf(knowledge)) },
];

function createOurs({ guidances }: Knowledge): Suggester {
  const entries = guidances.flatMap((guidance) => guidance.entries.map((entry) => ({ entry, guidance })));
  const suggest = createSuggest(entries, guidances, createGuidanceLexicon(guidances).lexicon);
  return (text) =>
    suggest(text, SHOWN).flatMap(({ value }) => {
      const press = parseButton(value);
      return press?.kind === 'entry' ? [press.entry] : [];
    });
}

function createMini(texts: readonly Text[], searchOptions: SearchOptions): Suggester {
  const index = new MiniSearch<Text & { id: number }>({ fields: ['text'], searchOptions });
  index.addAll(texts.map((text, id) => ({ id, ...text })));
  return (text) => firstEntries(index.search(text).map(({ id }) => texts[Number(id)]?.entry ?? ''));
}

function createFuse(texts: readonly Text[]): Suggester {
  const fuse = new Fuse(texts, { keys: ['text'] });
  return (text) => firstEntries(fuse.search(text).map(({ item }) => item.entry));
}

function firstEntries(ids: readonly string[]): string[] {
  return [...new Set(ids)].slice(0, SHOWN);
}

/** The entries that can be suggested: all but small talk. */
export function suggestedIn({ guidances }: Knowledge): Entry[] {
  return guidances.flatMap(({ entries }) => entries).filter(({ kind }) => kind !== 'social');
}

/** The questions as they are shown, in every language. */
export function questionsOf(knowledge: Knowledge): Text[] {
  return suggestedIn(knowledge).flatMap(({ id, wording }) =>
    Object.values(wording).map(({ question }) => ({ text: question, entry: id })),
  );
}

/** Questions, variants and practice questions. */
function textsOf(knowledge: Knowledge): Text[] {
  const entries = suggestedIn(knowledge);
  const ids = new Set(entries.map(({ id }) => id));
  const variants = entries.flatMap(({ id, wording }) =>
    Object.values(wording).flatMap(({ variants: own }) => own.map((text) => ({ text, entry: id }))),
  );
  const practice = knowledge.guidances.flatMap((guidance) =>
    guidance.practice.flatMap(({ text, entry }) =>
      entry !== null && ids.has(entry) ? [{ text, entry }] : [],
    ),
  );
  return [...questionsOf(knowledge), ...variants, ...practice];
}
