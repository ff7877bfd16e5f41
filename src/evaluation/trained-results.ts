import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { createAsker, offeredIn } from '../core/index.ts';
import type { ModelCache, ReplyKind } from '../core/index.ts';
import { digestOf } from '../knowledge/index.ts';
import type { TrainedSubject } from '../knowledge/index.ts';
import { FOLDS, landingsIn } from './left-out.ts';
import type { Landing } from './left-out.ts';
import { labelledTestQuestions } from './question-set.ts';
import { scoreSet } from './score.ts';
import type { Outcome } from './score.ts';

/** What trained models make of the variants that they did not learn, and of the test questions. */
export interface TrainedResults {
  /** Of each fold, in the order of `leftOutOf`. */
  readonly landings: readonly (readonly Landing[])[];
  /** In the order of the test questions. */
  readonly tests: readonly TestResult[];
}

/** What a test question got. */
export interface TestResult {
  readonly outcome: Outcome;
  readonly kind: ReplyKind;
  /** The entries of the answer, or those that were offered. */
  readonly entries: readonly string[];
}

/** What `trainedResults` works with. */
export interface TrainingOptions {
  /** Of the model that the bot itself uses. */
  readonly models: ModelCache;
  /** Of earlier results; made with `checkDigest()`. */
  readonly results: ModelCache;
  /** Called before each training, with how many are done and how many there are. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** `checkDigest()` as `scripts/build.mjs` found it: a bundle has no sources to read. */
declare const CHECK_DIGEST: string | undefined;

/** Returns the digest of the sources that results depend on: those of the core and of this folder. */
export function checkDigest(): string {
  if (typeof CHECK_DIGEST !== 'undefined') return CHECK_DIGEST;
  return ['../core', '.'].map((folder) => digestOf(join(import.meta.dirname, folder))).join('-');
}

/**
 * Trains `FOLDS` models without a part of the variants, and the one that the bot uses; or reads what they gave the last
 * time, when nothing changed that could make a difference.
 */
export function trainedResults(subject: TrainedSubject, options: TrainingOptions): TrainedResults {
  const { models, results, onProgress = () => undefined } = options;
  const key = keyOf(subject);
  const known = results.read(key);
  if (known !== undefined) return JSON.parse(new TextDecoder().decode(known)) as TrainedResults;
  const total = FOLDS + 1;
  const landings = Array.from({ length: FOLDS }, (_, fold) => {
    onProgress(fold, total);
    return landingsIn(subject.knowledge, fold);
  });
  onProgress(FOLDS, total);
  const tests = askTestQuestions(subject, models);
  onProgress(total, total);
  const found = { landings, tests };
  results.write(key, new TextEncoder().encode(JSON.stringify(found)));
  return found;
}

function askTestQuestions({ knowledge, testQuestions }: TrainedSubject, models: ModelCache): TestResult[] {
  if (testQuestions.length === 0) return [];
  const scored = scoreSet(createAsker(knowledge, models), labelledTestQuestions(testQuestions), {});
  return scored.map(({ outcome, explained: { reply } }) => ({
    outcome,
    kind: reply.kind,
    entries: reply.kind === 'choices' ? offeredIn(reply) : reply.entry === undefined ? [] : [reply.entry],
  }));
}

/** SHA-256 over everything that decides which entry a question gets; not over what its answer says. */
function keyOf({
  knowledge: { guidances, phrasings, texts: shared },
  testQuestions,
}: TrainedSubject): string {
  const matched = guidances.map(({ slug, language, entries, practice, words, texts }) => ({
    ...{ slug, language, practice, words, texts },
    entries: entries.map(({ wording, ...entry }) => ({
      ...entry,
      wording: Object.entries(wording).map(([name, { question, variants }]) => [name, question, variants]),
    })),
  }));
  const tests = testQuestions.map(({ text, entries }) => [text, entries]);
  return createHash('sha256')
    .update(JSON.stringify([matched, phrasings, shared, tests]))
    .digest('hex');
}
