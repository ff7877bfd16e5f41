import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newEdition } from '../../knowledge/edit/index.ts';
import type { NewEdition, QuoteFate, SentenceChange } from '../../knowledge/edit/index.ts';
import { readFiles } from '../../knowledge/index.ts';
import { StartError } from '../../shared/start-error.ts';
import { knowledgeDirectory } from '../knowledge-option.ts';
import { readOptions, usageError } from '../options.ts';
import { writeOutput } from '../write-output.ts';
import { chooseGuidance } from './choose-guidance.ts';

const OPTIONS = {
  knowledge: { type: 'string' },
  bestand: { type: 'string' },
  handreiking: { type: 'string' },
  bijwerken: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;
const USAGE = `Gebruik: npm run redactie -- bron --bestand NIEUW.txt [opties]

Vergelijkt de tekst van een nieuwe editie met bron.txt: welke zinnen anders zijn, en welke citaten niet meer kloppen.

  --bestand NIEUW.txt  de nieuwe tekst
  --bijwerken          zet hem in bron.txt, met de vingerafdruk en de citaten waarvan alleen leestekens anders zijn
  --handreiking MAP    van welke handreiking, als er meer zijn
  --knowledge MAP      de kennis in deze map
  --json               voor programma's: zinnen en citaten

De uitkomst is 0 als alle citaten blijven kloppen, en anders 1.
`;

/** Compares a new edition of a source with the one in use, and with `--bijwerken` takes it. Returns the exit status. */
export function run(args: readonly string[]): number {
  const called = readOptions({ options: OPTIONS, usage: USAGE, language: 'nl' }, args);
  if (typeof called === 'number') return called;
  const { knowledge, bestand, handreiking, bijwerken = false, json = false } = called.values;
  if (bestand === undefined) return usageError(USAGE, ['Geef --bestand.']);
  const directory = knowledgeDirectory(knowledge);
  const { files, slugs } = readFiles(directory);
  const folder = chooseGuidance(slugs, handreiking);
  const bytes = readNew(bestand);
  const edition = newEdition(files, folder, bytes);
  const { sentences, fates } = edition;
  process.stdout.write(
    json
      ? `${JSON.stringify({ zinnen: sentences.map(sentenceAsJson), citaten: fates.map(fateAsJson) }, null, 2)}\n`
      : describe(sentences, fates),
  );
  if (bijwerken) update(directory, folder, bytes, edition);
  if (bijwerken && !json)
    process.stdout.write(
      `\nbron.txt is bijgewerkt. Pas in ${folder}/handreiking.yaml de editie en het webadres aan, en draai de controle.\n`,
    );
  return fates.some(({ fate }) => fate === 'broken') ? 1 : 0;
}

function readNew(file: string): Uint8Array {
  try {
    const bytes = readFileSync(file);
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return bytes;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    const reason = code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? 'bewaar het als UTF-8' : code;
    throw new StartError(`${file} kan niet worden gelezen: ${reason}.`, { cause: error });
  }
}

function update(directory: string, folder: string, bytes: Uint8Array, { edits }: NewEdition): void {
  for (const [path, text] of edits) writeOutput(join(directory, path), text, 'nl');
  writeOutput(join(directory, `${folder}/bron.txt`), bytes, 'nl');
}

function describe(sentences: readonly SentenceChange[], fates: readonly QuoteFate[]): string {
  const changed = sentences.filter(({ before, after }) => before !== undefined && after !== undefined);
  const came = sentences.filter(({ before }) => before === undefined);
  const went = sentences.filter(({ after }) => after === undefined);
  const having = (wanted: QuoteFate['fate']) => fates.filter(({ fate }) => fate === wanted);
  return [
    `Zinnen: ${changed.length} anders, ${came.length} erbij, ${went.length} weg.`,
    ...sentences.map(({ before, after }) =>
      [
        ...(before === undefined ? [] : [`  - ${before}`]),
        ...(after === undefined ? [] : [`  + ${after}`]),
      ].join('\n'),
    ),
    '',
    `Citaten: ${having('kept').length} blijven, ${having('signs').length} krijgen andere leestekens, ${having('broken').length} kloppen niet meer.`,
    ...[...having('broken'), ...having('signs')].map(
      ({ entry, quote, fate, now = '' }) =>
        `  ${entry}\n    - ${quote}\n    ${fate === 'signs' ? '+' : 'lijkt op:'} ${now}`,
    ),
    '',
  ].join('\n');
}

const sentenceAsJson = ({
  before = null,
  after = null,
}: {
  readonly before?: string | null;
  readonly after?: string | null;
}) => ({
  oud: before,
  nieuw: after,
});

const FATES = { kept: 'blijft', signs: 'leestekens', broken: 'klopt niet meer' } as const;

const fateAsJson = ({ entry, quote, fate, now }: QuoteFate) => ({
  vraag: entry,
  citaat: quote,
  wat: FATES[fate],
  nieuw: now ?? null,
});
