import { create, insertMultiple, search } from '@orama/orama';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { createAsker } from '../src/core/index.ts';
import type { Knowledge } from '../src/core/index.ts';
import { isOutOfScope } from '../src/core/match/calibration.ts';

/** An entry that an engine found, with the engine's own score: the higher, the surer. */
export interface Hit {
  /** `null` stands for the practice questions that are about none of the entries. */
  readonly entry: string | null;
  readonly score: number;
}

/** The hits of a question, surest first. */
export type Find = (question: string) => readonly Hit[];

export interface Engine {
  readonly name: string;
  readonly create: (knowledge: Knowledge) => Find | Promise<Find>;
}

/** A known question and the entry that it is about. */
interface Known {
  readonly text: string;
  readonly entry: string | null;
}

/** Enough to find an entry behind the practice questions that are about none. */
const MOST_HITS = 50;

/**
 * Ours, and others with the settings that their documentation advises for sentences with typing errors. Orama was
 * taken as the fifth because it gives scores, tolerates errors, has no dependencies (Apache-2.0) and is kept up.
 */
export const ENGINES: readonly Engine[] = [
  { name: 'ours', create: createOurs },
  { name: 'Fuse.js, array of variants', create: createFusePerEntry },
  { name: 'Fuse.js, record per variant', create: (knowledge) => createFuse(knowledge, false) },
  { name: 'Fuse.js, token search', create: (knowledge) => createFuse(knowledge, true) },
  { name: 'MiniSearch', create: createMiniSearch },
  { name: 'Orama', create: createOrama },
];

function createOurs(knowledge: Knowledge): Find {
  const asker = createAsker(knowledge);
  return (text) => {
    const { matches, analysis, reply } = asker.explain({ text });
    // A command ("zelfcheck") is not matched; the entry that it opens is what was found.
    if (analysis === undefined) return reply.entry === undefined ? [] : [{ entry: reply.entry, score: 1 }];
    const hits = matches.map(({ entry, confidence }) => ({ entry, score: confidence }));
    return isOutOfScope(analysis) ? [{ entry: null, score: 1 }, ...hits] : hits;
  };
}

/** Fuse.js as its documentation shows it first: a record for each thing to find, and no options. */
export function createFusePerEntry(knowledge: Knowledge): Find {
  const texts = new Map<string | null, string[]>();
  for (const { text, entry } of knownQuestions(knowledge)) {
    const list = texts.get(entry);
    if (list === undefined) texts.set(entry, [text]);
    else list.push(text);
  }
  const records = [...texts].map(([entry, variants]) => ({ entry, variants }));
  const fuse = new Fuse(records, { keys: ['variants'], includeScore: true });
  return (text) => fuse.search(text).map(({ item, score = 1 }) => ({ entry: item.entry, score: 1 - score }));
}

function createFuse(knowledge: Knowledge, useTokenSearch: boolean): Find {
  const fuse = new Fuse(knownQuestions(knowledge), { keys: ['text'], includeScore: true, useTokenSearch });
  return (text) => fuse.search(text).map(({ item, score = 1 }) => ({ entry: item.entry, score: 1 - score }));
}

/** Words are combined with OR by default. */
function createMiniSearch(knowledge: Knowledge): Find {
  const known = knownQuestions(knowledge).map((question, id) => ({ id, ...question }));
  const index = new MiniSearch<(typeof known)[number]>({
    fields: ['text'],
    searchOptions: { fuzzy: 0.2, prefix: true },
  });
  index.addAll(known);
  return (text) =>
    index.search(text).map(({ id, score }) => ({ entry: known[Number(id)]?.entry ?? null, score }));
}

/** Words are combined with OR by default; `tolerance` is the number of letters that may differ. */
async function createOrama(knowledge: Knowledge): Promise<Find> {
  const known = knownQuestions(knowledge);
  const index = create({ schema: { text: 'string' } as const, language: 'dutch' });
  await insertMultiple(
    index,
    known.map(({ text }, id) => ({ id: String(id), text })),
  );
  return (term) => {
    const found = search(index, { term, tolerance: 1, limit: MOST_HITS });
    if (found instanceof Promise) throw new TypeError('Orama was expected to search at once');
    return found.hits.map(({ id, score }) => ({ entry: known[Number(id)]?.entry ?? null, score }));
  };
}

/** All that the bot learns from: questions, variants and practice questions. */
function knownQuestions({ guidances }: Knowledge): Known[] {
  return guidances.flatMap(({ entries, practice }) => [
    ...entries.flatMap(({ id, wording }) =>
      Object.values(wording).flatMap(({ question, variants }) =>
        [question, ...variants].map((text) => ({ text, entry: id })),
      ),
    ),
    ...practice,
  ]);
}
