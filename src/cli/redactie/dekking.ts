import { coverageOf } from '../../knowledge/coverage.ts';
import type { Coverage } from '../../knowledge/coverage.ts';
import { knowledgeDirectory } from '../knowledge-option.ts';
import { readOptions } from '../options.ts';
import { loadWithSources } from './sources.ts';

const OPTIONS = { knowledge: { type: 'string' }, json: { type: 'boolean' } } as const;
const USAGE = `Gebruik: npm run redactie -- dekking [opties]

Laat van elke zin van bron.txt zien welke vragen hem citeren. Eerst de zinnen die nergens staan.

  --knowledge MAP  de kennis in deze map
  --json           als lijst voor programma's: handreiking, nummer, zin, vragen
`;

/** Prints which entries quote each sentence of the source. Returns the exit status. */
export function run(args: readonly string[]): number {
  const called = readOptions({ options: OPTIONS, usage: USAGE, language: 'nl' }, args);
  if (typeof called === 'number') return called;
  const sourced = loadWithSources(knowledgeDirectory(called.values.knowledge));
  const covered = sourced.map(({ folder, guidance, source }) => ({
    folder,
    title: guidance.title,
    sentences: coverageOf(source, guidance).map((coverage, index) => ({ number: index + 1, ...coverage })),
  }));
  process.stdout.write(
    called.values.json === true
      ? `${JSON.stringify(
          covered.flatMap(({ folder, sentences }) =>
            sentences.map(({ number, sentence, entries }) => ({
              handreiking: folder,
              nummer: number,
              zin: sentence,
              vragen: entries,
            })),
          ),
          null,
          2,
        )}\n`
      : `${covered.map(describe).join('\n\n')}\n`,
  );
  return 0;
}

type Numbered = Coverage & { readonly number: number };

function describe({
  title,
  sentences,
}: {
  readonly title: string;
  readonly sentences: readonly Numbered[];
}): string {
  const [quoted, unquoted] = [true, false].map((wanted) =>
    sentences.filter(({ entries }) => entries.length > 0 === wanted),
  ) as [Numbered[], Numbered[]];
  return [
    `${title}: ${quoted.length} van de ${sentences.length} zinnen staan bij een vraag.`,
    ...(unquoted.length === 0 ? [] : ['\nBij geen enkele vraag:', ...unquoted.map(lineOf)]),
    ...(quoted.length === 0 ? [] : ['\nBij een vraag:']),
    ...quoted.flatMap((line) => [lineOf(line), `        ${line.entries.join(', ')}`]),
  ].join('\n');
}

const lineOf = ({ number, sentence }: Numbered) => `  ${String(number).padStart(4)}  ${sentence}`;
