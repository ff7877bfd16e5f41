import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import * as z from 'zod';
import type { TestQuestion } from '../knowledge/index.ts';
import { StartError } from '../shared/start-error.ts';

/** The fields are explained in `test/questions/README.md`. */
const labelled = z.object({
  q: z.string(),
  style: z.string(),
  expect: z.enum(['answer', 'checklist', 'silent', 'offtopic', 'social', 'entry']),
  sources: z.array(z.string()).default([]),
  best: z.array(z.string()).default([]),
  stil: z.array(z.string()).optional(),
  after: z.string().optional(),
  entries: z.array(z.string()).optional(),
});
/** A question with the reply that it should get. */
export type Labelled = z.infer<typeof labelled>;

/** The texts of the source by number: S1.. (sentences), C1.. (self-check), H1.. (headings). */
export type Sentences = Readonly<Record<string, string>>;

/** Reads the questions in a YAML file. @throws {StartError} when it cannot be read, or has wrong labels */
export function readQuestionSet(file: string): Labelled[] {
  return readFile(file, z.array(labelled));
}

/** An editor's test questions in the form of a labelled set. */
export function labelledTestQuestions(questions: readonly TestQuestion[]): Labelled[] {
  return questions.map(({ text, entries }) => ({
    q: text,
    style: 'proefvraag',
    expect: entries.length === 0 ? 'offtopic' : 'entry',
    sources: [],
    best: [],
    entries: [...entries],
  }));
}

/** Reads the numbered sentences in a YAML file. @throws {StartError} when it cannot be read, or holds something else */
export function readSentences(file: string): Sentences {
  return readFile(file, z.record(z.string(), z.string()));
}

function readFile<S extends z.ZodType>(file: string, schema: S): z.infer<S> {
  try {
    return schema.parse(parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new StartError(`${file} kan niet worden gebruikt: ${reasonOf(error)}`, { cause: error });
  }
}

/** Why a file cannot be read, on one line: the first problem. */
function reasonOf(error: unknown): string {
  if (!(error instanceof z.ZodError)) return String(error).split('\n', 1)[0] ?? '';
  const [first] = error.issues;
  const place = first?.path.map((key) => (typeof key === 'number' ? key + 1 : String(key))).join(', ') ?? '';
  return `${place === '' ? '' : `bij ${place}: `}${first?.message ?? ''}`;
}

/** The numbers of the sentences that contain a quote or are part of it. */
export function numbersOf(quote: string, sentences: Sentences): string[] {
  return Object.entries(sentences)
    .filter(([, sentence]) => quote.includes(sentence) || sentence.includes(quote))
    .map(([number]) => number);
}

/**
 * Returns whether a reply or an entry of this kind, that quotes these sentences, answers a question that expects an answer or
 * the checklist.
 */
export function isAnsweredBy(
  { expect, sources }: Pick<Labelled, 'expect' | 'sources'>,
  { kind, numbers }: { readonly kind: string; readonly numbers: readonly string[] },
): boolean {
  if (expect === 'checklist' && kind === 'checklist') return true;
  const isExpected = (number: string) =>
    expect === 'checklist' ? number.startsWith('C') : sources.includes(number);
  return kind === 'answer' && numbers.some(isExpected);
}
