import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import * as z from 'zod';

/** A labelled question; the fields are explained in `test/questions/README.md`. */
const labelled = z.object({
  q: z.string(),
  style: z.string(),
  expect: z.enum(['answer', 'checklist', 'silent', 'offtopic', 'social']),
  sources: z.array(z.string()).default([]),
  best: z.array(z.string()).default([]),
  after: z.string().optional(),
});
export type Labelled = z.infer<typeof labelled>;

/** The numbered sentences of the source: S1.. (sentences), C1.. (checklist), H1.. (headings). */
export type Sentences = Readonly<Record<string, string>>;

export function readQuestionSet(file: string): Labelled[] {
  return z.array(labelled).parse(parse(readFileSync(file, 'utf8')));
}

export function readSentences(file: string): Sentences {
  return z.record(z.string(), z.string()).parse(parse(readFileSync(file, 'utf8')));
}

/** The numbers of the sentences that a quote contains or is part of. */
export function numbersOf(quote: string, sentences: Sentences): string[] {
  return Object.entries(sentences)
    .filter(([, sentence]) => quote.includes(sentence) || sentence.includes(quote))
    .map(([number]) => number);
}
