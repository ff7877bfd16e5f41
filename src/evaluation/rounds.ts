import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildKnowledge, readFiles, SHIPPED_KNOWLEDGE } from '../knowledge/index.ts';
import { createAsker } from '../core/index.ts';
import type { Asker } from '../core/index.ts';
import { readQuestionSet, readSentences } from './question-set.ts';
import type { Labelled, Sentences } from './question-set.ts';

/**
 * The rounds of questions by independent authors. Each was measured before the bot learned from it; leaving its
 * practice file out again repeats that measurement with the code of today.
 */
export interface Round {
  readonly number: number;
  readonly items: readonly Labelled[];
}

const QUESTIONS = join(import.meta.dirname, '../../test/questions');
const GUIDANCE = 'online-communicatie';

export const SENTENCES: Sentences = readSentences(join(QUESTIONS, 'zinnen.yaml'));

export function readRounds(): Round[] {
  const folder = join(QUESTIONS, 'rondes');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((file) => {
      const number = /^ronde-(\d+)\.yaml$/.exec(file)?.[1];
      return number === undefined
        ? []
        : [{ number: Number(number), items: readQuestionSet(join(folder, file)) }];
    })
    .sort((a, b) => a.number - b.number);
}

/** The bot as if it had never seen the practice files whose name `leaveOut` says yes to. */
export function askerWithout(leaveOut: (practiceFile: string) => boolean): Asker {
  const { files, slugs } = readFiles(SHIPPED_KNOWLEDGE);
  const prefix = `${GUIDANCE}/praktijkvragen/`;
  const kept = [...files].filter(
    ([path]) => !path.startsWith(prefix) || !leaveOut(path.slice(prefix.length)),
  );
  return createAsker(buildKnowledge(new Map(kept), slugs).knowledge);
}

/** The number of the round that a practice file comes from; nothing for the editors' own files. */
export function roundOf(practiceFile: string): number | undefined {
  const number = /^ronde-(\d+)\.yaml$/.exec(practiceFile)?.[1];
  return number === undefined ? undefined : Number(number);
}
