import { join } from 'node:path';
import { sha256 } from '../knowledge/fingerprint.ts';
import { formatProblem, loadKnowledge, readFiles } from '../knowledge/index.ts';
import { jsonSchemas } from '../knowledge/json-schema.ts';
import { knowledgeDirectory } from './knowledge-option.ts';
import { readOptions } from './options.ts';
import { runCommand } from './run-command.ts';
import { writeOutput } from './write-output.ts';
import { CHANNEL_TEXTS } from './channel-texts.ts';

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
  if (values.hash === true) return printHashes(directory);
  if (values.schema === true) return writeSchemas(join(directory, 'schema'));
  return check(directory, values.strict === true);
}

function check(directory: string, strict: boolean): number {
  const loaded = loadKnowledge(directory, CHANNEL_TEXTS);
  const warnings = loaded.warnings();
  for (const warning of warnings) process.stderr.write(`Let op: ${formatProblem(warning)}\n`);
  for (const { title, entries, practice } of loaded.knowledge.guidances) {
    process.stdout.write(
      `${title}: ${entries.length} vragen en ${practice.length} praktijkvragen. Alles klopt.\n`,
    );
  }
  return strict && warnings.length > 0 ? 1 : 0;
}

function printHashes(directory: string): number {
  const { files, slugs } = readFiles(directory);
  for (const slug of slugs) {
    const bytes = files.get(`${slug}/bron.txt`);
    if (bytes !== undefined) process.stdout.write(`${sha256(bytes)}  ${slug}/bron.txt\n`);
  }
  return 0;
}

function writeSchemas(folder: string): number {
  for (const [name, text] of Object.entries(jsonSchemas())) writeOutput(join(folder, name), text, 'nl');
  return 0;
}

process.exitCode = await runCommand(main);
