import { create, insertMultiple, search } from '@orama/orama';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { createAsker } from '../src/core/index.ts';
import type { Knowledge } from '../src/core/index.ts';

/** An entry that an engine found. */
export interface Hit {
  /** `null`: the question is like the practice questions that belong to no entry. */
  readonly entry: string | null;
  /** On the engine's own scale; higher is better. */
  readonly score: number;
}

/** Returns the hits for a question, best first. */
export type Find = (question: string) => readonly Hit[];

export interface Engine {
  readonly name: string;
  readonly create: (knowledge: Knowledge) => Find | Promise<Find>;
}

/** A question of the training set and its entry. */
interface TrainingQuestion {
  readonly text: string;
  readonly entry: string | null;
}

/** Orama's limit; large enough that an entry follows the practice questions that belong to no entry. */
const MAX_HITS = 50;

/**
 * Our matcher and other libraries, with the settings that their documentation advises for sentences with typing errors.
 * Orama is among them because it returns scores, tolerates errors, has no dependencies (Apache-2.0) and is maintained.
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
    // A command ("zelfcheck") skips the matcher: the hit is the entry that it opens.
    if (analysis === undefined) return reply.entry === undefined ? [] : [{ entry: reply.entry, score: 1 }];
    return matches.map(({ entry, confidence }) => ({ entry, score: confidence }));
  };
}

/** Fuse.js with its default options: one record per entry, with all its questions in an array. */
export function createFusePerEntry(knowledge: Knowledge): Find {
  const byEntry = Map.groupBy(trainingQuestions(knowledge), ({ entry }) => entry);
  const records = [...byEntry].map(([entry, questions]) => ({
    entry,
    variants: questions.map(({ text }) => text),
  }));
  const fuse = new Fuse(records, { keys: ['variants'], includeScore: true });
  return (text) => fuse.search(text).map(({ item, score = 1 }) => ({ entry: item.entry, score: 1 - score }));
}

function createFuse(knowledge: Knowledge, useTokenSearch: boolean): Find {
  const fuse = new Fuse(trainingQuestions(knowledge), { keys: ['text'], includeScore: true, useTokenSearch });
  return (text) => fuse.search(text).map(({ item, score = 1 }) => ({ entry: item.entry, score: 1 - score }));
}

/** MiniSearch combines words with OR by default. */
function createMiniSearch(knowledge: Knowledge): Find {
  const questions = trainingQuestions(knowledge).map((question, id) => ({ id, ...question }));
  const index = new MiniSearch<(typeof questions)[number]>({
    fields: ['text'],
    searchOptions: { fuzzy: 0.2, prefix: true },
  });
  index.addAll(questions);
  return (text) =>
    index.search(text).map(({ id, score }) => ({ entry: questions[Number(id)]?.entry ?? null, score }));
}

/** Orama combines words with OR by default; `tolerance` is the edit distance that it allows. */
async function createOrama(knowledge: Knowledge): Promise<Find> {
  const questions = trainingQuestions(knowledge);
  const index = create({ schema: { text: 'string' } as const, language: 'dutch' });
  await insertMultiple(
    index,
    questions.map(({ text }, id) => ({ id: String(id), text })),
  );
  return (term) => {
    const found = search(index, { term, tolerance: 1, limit: MAX_HITS });
    if (found instanceof Promise) throw new TypeError('Orama did not search synchronously');
    return found.hits.map(({ id, score }) => ({ entry: questions[Number(id)]?.entry ?? null, score }));
  };
}

/** The training set: questions, variants and practice questions. */
function trainingQuestions({ guidances }: Knowledge): TrainingQuestion[] {
  return guidances.flatMap(({ entries, practice }) => [
    ...entries.flatMap(({ id, wording }) =>
      Object.values(wording).flatMap(({ question, variants }) =>
        [question, ...variants].map((text) => ({ text, entry: id })),
      ),
    ),
    ...practice,
  ]);
}
