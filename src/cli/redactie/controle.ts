import { join } from 'node:path';
import { checkTrained } from '../../evaluation/trained-check.ts';
import { checkDigest } from '../../evaluation/trained-results.ts';
import { sha256 } from '../../knowledge/fingerprint.ts';
import { checkKnowledge, CHECKS, createFileCache, readFiles, severityOf } from '../../knowledge/index.ts';
import type { Problem } from '../../knowledge/index.ts';
import { jsonSchemas } from '../../knowledge/json-schema.ts';
import { CHANNEL_TEXTS } from '../channel-texts.ts';
import { knowledgeDirectory } from '../knowledge-option.ts';
import { readOptions } from '../options.ts';
import { writeOutput } from '../write-output.ts';
import { formatReport } from './report.ts';

const OPTIONS = {
  knowledge: { type: 'string' },
  strict: { type: 'boolean' },
  json: { type: 'boolean' },
  snel: { type: 'boolean' },
  hash: { type: 'boolean' },
  schema: { type: 'boolean' },
} as const;
const USAGE = `Gebruik: npm run redactie -- controle [opties]

  zonder optie     controleert alle kennis: fouten, waarschuwingen en adviezen
  --knowledge MAP  de kennis in deze map
  --strict         ook een waarschuwing telt als fout
  --snel           zonder te kijken wat de bot met proefvragen en varianten doet; dat duurt na een wijziging een minuut
  --json           als lijst voor programma's: soort, ernst, bestand, regel, wat, doen
  --hash           laat de vingerafdruk (SHA-256) van elke bron.txt zien
  --schema         schrijft de JSON-schema's voor je editor opnieuw in knowledge/schema/
`;

/** Checks the knowledge and prints everything that it finds. Returns the exit status: 1 for knowledge that is refused. */
export function run(args: readonly string[]): number {
  const called = readOptions({ options: OPTIONS, usage: USAGE, language: 'nl' }, args);
  if (typeof called === 'number') return called;
  const { knowledge, strict = false, json = false, snel = false, hash, schema } = called.values;
  const directory = knowledgeDirectory(knowledge);
  if (hash === true) return printHashes(directory);
  if (schema === true) return writeSchemas(join(directory, 'schema'));
  const checked = checkKnowledge(directory, CHANNEL_TEXTS);
  const trained =
    checked.subject === undefined || snel
      ? undefined
      : checkTrained(checked.subject, {
          models: createFileCache(),
          results: createFileCache(undefined, checkDigest(), CHECKS),
          onProgress: showProgress,
        });
  const problems = checked.problems(trained?.problems);
  process.stdout.write(
    json
      ? `${JSON.stringify(problems.map(asJson), null, 2)}\n`
      : formatReport(problems, checked.guidances, trained),
  );
  const counts = strict ? ['fout', 'waarschuwing'] : ['fout'];
  return problems.some(({ kind }) => counts.includes(severityOf(kind))) ? 1 : 0;
}

/** Shows on a terminal how far the training is; removes the line when it is done. */
function showProgress(done: number, total: number): void {
  if (!process.stderr.isTTY) return;
  const line = `De bot oefent: ${done + 1} van ${total}`;
  process.stderr.write(done === total ? `\r${' '.repeat(line.length)}\r` : `\r${line}`);
}

/** Keys are Dutch, as in the files that they are about. */
function asJson({ kind, file, line, message, advice }: Problem) {
  return {
    soort: kind,
    ernst: severityOf(kind),
    bestand: file,
    regel: line ?? null,
    wat: message,
    doen: advice,
  };
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
