import { join } from 'node:path';
import { applyRows } from '../../knowledge/edit/table.ts';
import { buildKnowledge } from '../../knowledge/index.ts';
import { StartError } from '../../shared/start-error.ts';
import { CHANNEL_TEXTS } from '../channel-texts.ts';
import { knowledgeDirectory } from '../knowledge-option.ts';
import { readOptions, usageError } from '../options.ts';
import { writeOutput } from '../write-output.ts';
import { readTable } from './csv.ts';
import { loadEntryFiles } from './entry-files.ts';

const OPTIONS = {
  knowledge: { type: 'string' },
  bestand: { type: 'string' },
  json: { type: 'boolean' },
} as const;
const USAGE = `Gebruik: npm run redactie -- invoer --bestand NAAM [opties]

Zet een tabel van uitvoer terug in de bestanden. Wat je niet veranderde, blijft precies zoals het was.
Van een vraag die in de tabel staat, worden de varianten die van de tabel; een vraag die er niet in staat, blijft.

  --bestand NAAM   de tabel
  --knowledge MAP  de kennis in deze map
  --json           wat er veranderde, voor programma's
`;

/** Puts a table back into the knowledge. Writes nothing when a row or the result is wrong. Returns the exit status. */
export function run(args: readonly string[]): number {
  const called = readOptions({ options: OPTIONS, usage: USAGE, language: 'nl' }, args);
  if (typeof called === 'number') return called;
  const { knowledge, bestand, json } = called.values;
  if (bestand === undefined) return usageError(USAGE, ['Geef --bestand.']);
  const directory = knowledgeDirectory(knowledge);
  const { files, slugs, languages } = loadEntryFiles(directory);
  const result = applyRows(files, readTable(bestand), (file) => languages.get(file));
  if (result.problems.length > 0)
    throw new StartError(`Er is niets veranderd:\n${result.problems.map((line) => `- ${line}`).join('\n')}`);
  const encoder = new TextEncoder();
  const edited = [...result.files].map(([file, text]) => [file, encoder.encode(text)] as const);
  buildKnowledge(new Map([...files, ...edited]), slugs, CHANNEL_TEXTS);
  for (const [file, bytes] of edited) writeOutput(join(directory, file), bytes, 'nl');
  const { changed, added, removed } = result;
  const names = [...result.files.keys()];
  process.stdout.write(
    json === true
      ? `${JSON.stringify({ bestanden: names, veranderd: changed, erbij: added, weg: removed })}\n`
      : [
          `${changed} teksten veranderd; ${added} varianten erbij, ${removed} weg.`,
          ...names.map((name) => `  ${name}`),
          '',
        ].join('\n'),
  );
  return 0;
}
