import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Knowledge, TextDeclarations } from '../core/index.ts';
import { readFiles } from './files.ts';
import { fingerprint } from './fingerprint.ts';
import { buildKnowledge } from './load.ts';

/** Made by `scripts/build.mjs`. The sources have none, because a change of the code could make it invalid. */
const CHECKED_FILE = join(import.meta.dirname, '../../knowledge.checked.json');

/**
 * The knowledge in a directory. When its files are the ones that the bundle was built with, it comes from the bundle's
 * checked file: checking it again is half of the processor time of a start (0.7 of 1.3 s).
 * @throws {KnowledgeError} with every problem found in any file
 */
export function loadChecked(
  directory: string,
  channelTexts: TextDeclarations,
  checkedFile: string = CHECKED_FILE,
): Knowledge {
  const { files, slugs } = readFiles(directory);
  const checked = readChecked(checkedFile);
  return checked?.hash === fingerprint(files)
    ? checked
    : buildKnowledge(files, slugs, channelTexts).knowledge;
}

/** The text of `knowledge.checked.json` for a directory. @throws {KnowledgeError} when the knowledge has problems */
export function checkedText(directory: string, channelTexts: TextDeclarations): string {
  const { files, slugs } = readFiles(directory);
  return JSON.stringify(buildKnowledge(files, slugs, channelTexts).knowledge);
}

function readChecked(file: string): Knowledge | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Knowledge;
  } catch {
    return undefined;
  }
}
