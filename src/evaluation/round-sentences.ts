import { join } from 'node:path';
import { readSentences } from './question-set.ts';
import type { Sentences } from './question-set.ts';

/** The numbered sentences that the labels of the rounds point to. */
export const SENTENCES: Sentences = readSentences(
  join(import.meta.dirname, '../../test/questions/zinnen.yaml'),
);
