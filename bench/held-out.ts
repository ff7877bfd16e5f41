import { buildKnowledge, readFiles, SHIPPED_KNOWLEDGE } from '../src/knowledge/index.ts';
import type { Knowledge } from '../src/core/index.ts';
import { roundOf } from '../src/evaluation/rounds.ts';
import { CHANNEL_TEXTS } from '../src/cli/channel-texts.ts';

const PRACTICE = /\/praktijkvragen\/(.+)$/;

/** The shipped knowledge without the practice questions of these rounds. @throws {KnowledgeError} when it has problems. */
export function knowledgeWithout(rounds: readonly number[]): Knowledge {
  const { files, slugs } = readFiles(SHIPPED_KNOWLEDGE);
  const kept = [...files].filter(([path]) => {
    const round = roundOf(PRACTICE.exec(path)?.[1] ?? '');
    return round === undefined || !rounds.includes(round);
  });
  return buildKnowledge(new Map(kept), slugs, CHANNEL_TEXTS).knowledge;
}
