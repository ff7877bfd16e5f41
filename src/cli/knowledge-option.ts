import { SHIPPED_KNOWLEDGE } from '../knowledge/index.ts';

/**
 * The knowledge directory: the option, else `KNOWLEDGE_DIR`, else the knowledge that comes with the bot. An empty setting
 * stays empty, and is refused as a directory that does not exist.
 */
export function knowledgeDirectory(option: string | undefined): string {
  return option ?? process.env['KNOWLEDGE_DIR']?.trim() ?? SHIPPED_KNOWLEDGE;
}
