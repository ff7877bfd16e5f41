import { loadChecked } from '../knowledge/checked.ts';
import { KnowledgeError, SHIPPED_KNOWLEDGE } from '../knowledge/index.ts';
import type { Knowledge } from '../core/index.ts';

/**
 * The knowledge directory: the option, else `KNOWLEDGE_DIR`, else what comes with the bot. An empty setting stays empty,
 * and is told of as a folder that does not exist.
 */
export function knowledgeDirectory(option: string | undefined): string {
  return option ?? process.env['KNOWLEDGE_DIR']?.trim() ?? SHIPPED_KNOWLEDGE;
}

/** The knowledge; or nothing, after telling every problem on standard error. */
export function knowledgeOrAdvice(directory: string): Knowledge | undefined {
  try {
    return loadChecked(directory);
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return undefined;
  }
}
