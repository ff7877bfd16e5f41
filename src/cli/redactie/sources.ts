import { ownId } from '../../core/index.ts';
import type { Guidance } from '../../core/index.ts';
import { loadKnowledge, readFiles } from '../../knowledge/index.ts';
import { readSource } from '../../knowledge/source.ts';
import type { Source } from '../../knowledge/source.ts';
import { CHANNEL_TEXTS } from '../channel-texts.ts';

/** A guidance with its source. */
export interface SourcedGuidance {
  /** Its folder below the knowledge directory. */
  readonly folder: string;
  /** Its entries have the ids that its editor wrote. */
  readonly guidance: Guidance;
  readonly source: Source;
}

/** The guidances of a directory with their sources. @throws {KnowledgeError} when the knowledge has problems */
export function loadWithSources(directory: string): SourcedGuidance[] {
  const { guidances } = loadKnowledge(directory, CHANNEL_TEXTS).knowledge;
  const { files, slugs } = readFiles(directory);
  return guidances.map((guidance, index) => {
    const folder = slugs[index] ?? '';
    const text = new TextDecoder().decode(files.get(`${folder}/bron.txt`));
    const entries = guidance.entries.map((entry) => ({ ...entry, id: ownId(entry.id) }));
    return { folder, guidance: { ...guidance, entries }, source: readSource(text, guidance.language) };
  });
}
