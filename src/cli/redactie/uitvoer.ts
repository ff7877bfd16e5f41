import { stringify } from 'csv-stringify/sync';
import { COLUMNS, rowsOf } from '../../knowledge/edit/table.ts';
import { knowledgeDirectory } from '../knowledge-option.ts';
import { readOptions } from '../options.ts';
import { writeOutput } from '../write-output.ts';
import { guardFormula } from './csv.ts';
import { loadEntryFiles } from './entry-files.ts';

const OPTIONS = {
  knowledge: { type: 'string' },
  bestand: { type: 'string' },
  json: { type: 'boolean' },
} as const;
const USAGE = `Gebruik: npm run --silent redactie -- uitvoer [opties]

Zet alle vragen in een tabel voor Excel: een rij voor elke vraag, variant en uitleg.

  --bestand NAAM   schrijft de tabel in dit bestand (NAAM.csv); zonder: op het scherm
  --knowledge MAP  de kennis in deze map
  --json           als lijst voor programma's, met dezelfde kolommen

Terug gaat hij met: npm run redactie -- invoer --bestand NAAM
`;

/** Writes the texts of all entries as a table. Returns the exit status. */
export function run(args: readonly string[]): number {
  const called = readOptions({ options: OPTIONS, usage: USAGE, language: 'nl' }, args);
  if (typeof called === 'number') return called;
  const { knowledge, bestand, json } = called.values;
  const { files, languages } = loadEntryFiles(knowledgeDirectory(knowledge));
  const rows = [...languages].flatMap(([file, language]) =>
    rowsOf(file, new TextDecoder().decode(files.get(file)), language),
  );
  const table =
    json === true
      ? `${JSON.stringify(rows, null, 2)}\n`
      : stringify(
          rows.map((row) => ({ ...row, tekst: guardFormula(row.tekst) })),
          { columns: [...COLUMNS], header: true, delimiter: ';', bom: true, record_delimiter: 'windows' },
        );
  if (bestand === undefined) process.stdout.write(table);
  else writeOutput(bestand, table, 'nl');
  return 0;
}
