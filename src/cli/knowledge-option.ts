import { SHIPPED_KNOWLEDGE } from '../knowledge/index.ts';

/** The knowledge directory: the option, else `KNOWLEDGE_DIR`, else the knowledge that comes with the bot. */
export function knowledgeDirectory(option: string | undefined): string {
  return option ?? (process.env['KNOWLEDGE_DIR'] || SHIPPED_KNOWLEDGE);
}
