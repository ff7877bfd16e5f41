import { createAsker, createComposer, offeredIn } from '../../core/index.ts';
import type { Asker, Knowledge, ModelCache, Reply } from '../../core/index.ts';
import {
  changesBetween,
  knownInEither,
  knownQuestions,
  likelyChanged,
  takeSnapshot,
} from '../../evaluation/index.ts';
import type { Change, KnownQuestion, Labelled } from '../../evaluation/index.ts';
import type { CheckedKnowledge } from '../../knowledge/index.ts';
import type { Comparison, Versions } from './comparison.ts';
import type { Directory } from './directory.ts';

/** Compares versions: at once from an estimate, or exactly. `undefined` when a version has errors. */
export interface Comparer {
  /** Asks the likeliest questions for so many milliseconds. */
  readonly estimate: (versions: Versions, milliseconds: number) => Comparison | undefined;
  /** Trains both versions afresh, and asks the likeliest questions from one place to another. */
  readonly exactly: (versions: Versions, from: number, to: number) => Comparison | undefined;
}

/** Questions that are asked between looks at the clock. */
const STEP = 25;
/** Versions whose askers are kept: two that are compared, and the one on disk. */
const KEPT = 4;

/** Creates a comparer of versions of a directory. `asked`: questions that are known beside the knowledge. */
export function createComparer(
  directory: Directory,
  models: ModelCache,
  asked: () => readonly Labelled[],
): Comparer {
  const askers = new Map<string, Asker>();
  let onDisk: (ModelCache['near'] & { readonly hash: string }) | undefined;
  let order: { readonly hashes: string; readonly questions: readonly KnownQuestion[] } | undefined;

  return {
    estimate: (versions, milliseconds) => {
      const read = readBoth(versions);
      if (read === undefined) return undefined;
      const near = nearOf();
      const [old, now] = [askerOf(read.before, near), askerOf(read.after, near)];
      const end = performance.now() + milliseconds;
      let asked = 0;
      const changes: Change[] = [];
      while (asked < read.questions.length && (asked === 0 || performance.now() < end)) {
        changes.push(...ask(read.questions.slice(asked, asked + STEP), old, now));
        asked = Math.min(asked + STEP, read.questions.length);
      }
      return {
        hashes: read.hashes,
        changes: worstFirst(changes),
        rewritten: rewritten(read),
        asked,
        total: read.questions.length,
      };
    },
    exactly: (versions, from, to) => {
      const read = readBoth(versions);
      if (read === undefined) return undefined;
      const [old, now] = [askerOf(read.before), askerOf(read.after)];
      const questions = read.questions.slice(from, to);
      return {
        hashes: read.hashes,
        changes: ask(questions, old, now),
        rewritten: rewritten(read),
        asked: Math.min(to, read.questions.length),
        total: read.questions.length,
      };
    },
  };

  function readBoth({ before, after }: Versions) {
    const [old, now] = [directory.check(before).subject, directory.check(after).subject];
    if (old === undefined || now === undefined) return undefined;
    const hashes = `${old.knowledge.hash} ${now.knowledge.hash}`;
    if (order?.hashes !== hashes) order = { hashes, questions: questionsOf(old, now, asked()) };
    return { hashes, before: old.knowledge, after: now.knowledge, questions: order.questions };
  }

  /** The version on disk with its model, which is trained if need be: estimates start from it. */
  function nearOf(): ModelCache['near'] {
    const knowledge = directory.check().subject?.knowledge;
    if (knowledge === undefined || knowledge.hash === onDisk?.hash) return onDisk;
    let bytes: Uint8Array | undefined;
    keep(
      knowledge,
      createAsker(knowledge, {
        read: (key) => (bytes = models.read(key)),
        write: (key, written) => {
          bytes = written;
          models.write(key, written);
        },
      }),
      true,
    );
    onDisk = bytes && { guidances: knowledge.guidances, bytes, hash: knowledge.hash };
    return onDisk;
  }

  function askerOf(knowledge: Knowledge, near?: ModelCache['near']): Asker {
    const known = askers.get(keyOf(knowledge, true)) ?? (near && askers.get(keyOf(knowledge, false)));
    if (known !== undefined) return known;
    let isExact = near === undefined;
    const read = (key: string) => {
      const bytes = models.read(key);
      isExact ||= bytes !== undefined;
      return bytes;
    };
    const asker = createAsker(knowledge, { read, write: models.write, ...(near !== undefined && { near }) });
    return keep(knowledge, asker, isExact);
  }

  function keep(knowledge: Knowledge, asker: Asker, isExact: boolean): Asker {
    askers.set(keyOf(knowledge, isExact), asker);
    for (const key of [...askers.keys()].slice(0, -KEPT)) askers.delete(key);
    return asker;
  }
}

const keyOf = ({ hash }: Knowledge, isExact: boolean) => `${hash} ${isExact ? 'exact' : 'estimate'}`;

type Subject = NonNullable<CheckedKnowledge['subject']>;

/** What is known in either version, the questions that a change may concern first. */
function questionsOf(before: Subject, after: Subject, labelled: readonly Labelled[]): KnownQuestion[] {
  const [old, now] = [before, after].map(({ knowledge, testQuestions }) =>
    knownQuestions(knowledge, testQuestions, labelled),
  ) as [KnownQuestion[], KnownQuestion[]];
  return likelyChanged(knownInEither(old, now), before.knowledge, after.knowledge);
}

function ask(questions: readonly KnownQuestion[], before: Asker, after: Asker): Change[] {
  const turns = questions.map((question) => question.turns);
  const [old, now] = [before, after].map((asker) => takeSnapshot(asker, turns, () => ({})));
  if (old === undefined || now === undefined) return [];
  return changesBetween(questions, old, now).filter(
    ({ before: was, after: is }) => was === undefined || routeOf(was.reply) !== routeOf(is.reply),
  );
}

/** Where a question ends up: the kind of the reply, its entry, and what is offered in any order. */
function routeOf(reply: Reply): string {
  const offered = reply.kind === 'choices' ? offeredIn(reply).toSorted() : [];
  return [reply.kind, reply.entry ?? '', ...offered].join(' ');
}

function worstFirst(changes: readonly Change[]): Change[] {
  return changes.toSorted((a, b) => a.gain - b.gain);
}

function rewritten({ before, after }: { readonly before: Knowledge; readonly after: Knowledge }) {
  const [old, now] = [createComposer(before), createComposer(after)];
  return after.guidances.flatMap(({ entries, language }) =>
    entries.flatMap(({ id, wording }) => {
      const [was, is] = [old.entry(id, language), now.entry(id, language)];
      return was === undefined || JSON.stringify(was) === JSON.stringify(is)
        ? []
        : [{ entry: id, question: wording[language]?.question ?? id }];
    }),
  );
}
