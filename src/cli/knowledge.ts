import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, loadKnowledge } from '../knowledge/index.ts';
import { jsonSchemas } from '../knowledge/json-schema.ts';
import { knowledgeDirectory } from './knowledge-option.ts';
import { readOptions } from './options.ts';
import { runCommand } from './run-command.ts';

const OPTIONS = {
  knowledge: { type: 'string' },
  strict: { type: 'boolean' },
  hash: { type: 'boolean' },
  schema: { type: 'boolean' },
} as const;
const USAGE = `Gebruik: npm run knowledge -- [opties]

  zonder optie     controleert alle kennis en laat zien wat er mis is
  --knowledge MAP  de kennis in deze map
  --strict         ook een waarschuwing telt als fout
  --hash           laat de vingerafdruk (SHA-256) van elke bron.txt zien
  --schema         schrijft de JSON-schema's voor je editor opnieuw in knowledge/schema/
`;

function main(): number {
  const called = readOptions({ options: OPTIONS, usage: USAGE, language: 'nl' });
  if (typeof called === 'number') return called;
  const { values } = called;
  const directory = knowledgeDirectory(values.knowledge);
  if (values.hash === true) printHashes(directory);
  else if (values.schema === true) writeSchemas(join(directory, 'schema'));
  else return check(directory, values.strict === true);
  return 0;
}

function check(directory: string, strict: boolean): number {
  const { knowledge, warnings } = loadKnowledge(directory);
  for (const warning of warnings) process.stderr.write(`Let op: ${describe(warning)}\n`);
  for (const { title, entries, practice } of knowledge.guidances) {
    process.stdout.write(
      `${title}: ${entries.length} vragen en ${practice.length} praktijkvragen. Alles klopt.\n`,
    );
  }
  return strict && warnings.length > 0 ? 1 : 0;
}

function printHashes(directory: string): void {
  for (const folder of readdirSync(directory)) {
    const path = join(directory, folder, 'bron.txt');
    try {
      const hash = createHash('sha256').update(readFileSync(path)).digest('hex');
      process.stdout.write(`${hash}  ${folder}/bron.txt\n`);
    } catch {
      // A folder without a source is no guidance.
    }
  }
}

function writeSchemas(folder: string): void {
  for (const [name, text] of Object.entries(jsonSchemas())) writeFileSync(join(folder, name), text);
}

process.exitCode = await runCommand(main);
