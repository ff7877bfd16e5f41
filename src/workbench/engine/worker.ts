import { parentPort, workerData } from 'node:worker_threads';
import { createAsker, createComposer, groupAlike, trainModel } from '../../core/index.ts';
import type { Asker, Knowledge, ModelCache } from '../../core/index.ts';
import { checkDigest, checkTrained, converse, reasonsOf, roundQuestionsOn } from '../../evaluation/index.ts';
import type { Labelled } from '../../evaluation/index.ts';
import { CHECKS, createFileCache } from '../../knowledge/index.ts';
import type { CheckedKnowledge } from '../../knowledge/index.ts';
import { createComparer } from './compare.ts';
import { createDirectory } from './directory.ts';
import type { Handlers, PackedModel, Request, Response, ThreadData } from './tasks.ts';
import { transferableIn } from './transferable.ts';

/** The program of a thread: does the tasks of `Tasks`, one after the other. */
const parts = workerData as ThreadData;
const directory = createDirectory(parts);
const models = createFileCache();
let rounds: readonly Labelled[] | undefined;
const comparer = createComparer(directory, models, () => (rounds ??= roundQuestionsOn(parts.directory)));
let lastRead: CheckedKnowledge | undefined;
let inUse: { readonly asker: Asker; readonly hash: string } | undefined;

/** What was read before is asked about again and again while somebody edits. */
function once<From extends object, To>(make: (from: From) => To): (from: From) => To {
  const made = new WeakMap<From, To>();
  return (from) => {
    const result = made.get(from) ?? make(from);
    made.set(from, result);
    return result;
  };
}
const composerOf = once(createComposer);
const problemsOf = once(({ problems }: CheckedKnowledge) => problems());

const handlers: Handlers = {
  read: () => {
    lastRead = directory.check();
    const knowledge = lastRead.subject?.knowledge;
    return {
      hash: knowledge?.hash ?? '',
      problems: problemsOf(lastRead),
      frame: knowledge && frameOf(knowledge),
    };
  },
  check: (edits) => problemsOf(directory.check(edits)),
  preview: ({ entry, language, edits }) => {
    const knowledge = directory.check(edits).subject?.knowledge;
    return knowledge && composerOf(knowledge).entry(entry, language);
  },
  fit: () => {
    const knowledge = directory.check().subject?.knowledge;
    if (knowledge === undefined) return undefined;
    let model: PackedModel | undefined;
    const cache: ModelCache = {
      read: (key) => {
        const bytes = models.read(key);
        if (bytes !== undefined) model = { key, bytes };
        return bytes;
      },
      write: (key, bytes) => {
        model = { key, bytes };
        models.write(key, bytes);
      },
    };
    trainModel(knowledge.guidances, cache, knowledge.phrasings);
    return { hash: knowledge.hash, model };
  },
  use: ({ hash, model }) => {
    const knowledge = lastRead?.subject?.knowledge;
    if (knowledge?.hash !== hash) return false;
    const read = (key: string) => (model?.key === key ? model.bytes : undefined);
    inUse = { hash, asker: createAsker(knowledge, { read, write: () => undefined }) };
    return true;
  },
  ask: (turns) => {
    if (inUse === undefined) return undefined;
    const { asker, hash } = inUse;
    const held = converse(asker, turns);
    const last = held.at(-1);
    if (last === undefined) return undefined;
    const questions = asker.entries.map(
      ({ id, wording: { nl, en } }) => [id, (nl ?? en)?.question ?? ''] as const,
    );
    return {
      replies: held.map(({ reply }) => reply),
      reasons: reasonsOf(asker, last),
      questions: new Map(questions),
      hash,
    };
  },
  estimate: ({ versions, milliseconds }) => comparer.estimate(versions, milliseconds),
  compare: ({ versions, from, to }) => comparer.exactly(versions, from, to),
  group: (texts) => {
    const guidances = directory.check().subject?.knowledge.guidances;
    return guidances && groupAlike(guidances, texts);
  },
  states: () => {
    const checked = directory.check();
    if (checked.subject === undefined) return undefined;
    const results = createFileCache(undefined, checkDigest(), CHECKS);
    const { states, problems } = checkTrained(checked.subject, { models, results });
    return { hash: checked.subject.knowledge.hash, states, problems: checked.problems(problems) };
  },
};

/** What sentences need of the knowledge: a hundredth of it. */
function frameOf({ guidances, ...rest }: Knowledge): Knowledge {
  const bare = guidances.map((guidance) => ({ ...guidance, entries: [], practice: [], source: [] }));
  return { ...rest, guidances: bare };
}

parentPort?.on('message', ({ id, name, input }: Request) => {
  let response: Response;
  try {
    response = { id, output: handlers[name](input as never) };
  } catch (error) {
    response = { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  parentPort?.postMessage(response, 'output' in response ? transferableIn(response.output) : []);
});
