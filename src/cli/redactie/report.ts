import type { TrainedCheck } from '../../evaluation/trained-check.ts';
import { groupByKind, severityOf, titleOf } from '../../knowledge/index.ts';
import type { CheckedKnowledge, Problem, ProblemGroup } from '../../knowledge/index.ts';

/** Places of a kind that there may be hundreds of; `--json` has all. */
const MOST_PLACES: Partial<Record<Problem['kind'], number>> = { 'variant-onvindbaar': 25 };

const PARTS = [
  ['fout', 'fout', 'fouten'],
  ['waarschuwing', 'waarschuwing', 'waarschuwingen'],
  ['advies', 'advies', 'adviezen'],
] as const;

const NOT_TRAINED = 'Zijn de fouten weg? Dan kijkt de controle ook naar proefvragen en varianten.';

/**
 * What checking found, for people: errors, warnings and advice apart, each kind once with its places. Without `trained`
 * nothing is said of test questions and variants. Dutch.
 */
export function formatReport(
  problems: readonly Problem[],
  guidances: CheckedKnowledge['guidances'],
  trained: Omit<TrainedCheck, 'problems'> | undefined,
): string {
  const parts = PARTS.flatMap(([severity, one, many]) => {
    const found = problems.filter(({ kind }) => severityOf(kind) === severity);
    if (found.length === 0) return [];
    return [count(found.length, one, many), ...groupByKind(found).map(formatKind)];
  });
  const counts = guidances.map(
    ({ title, entries, practice }) =>
      `${title}: ${count(entries, 'vraag', 'vragen')} en ${count(practice, 'praktijkvraag', 'praktijkvragen')}.`,
  );
  const hasErrors = problems.some(({ kind }) => severityOf(kind) === 'fout');
  const end = problems.length === 0 ? ['Alles klopt.'] : hasErrors ? [NOT_TRAINED] : [];
  return `${[...parts, [...counts, ...formatTrained(trained), ...end].join('\n')].filter((part) => part !== '').join('\n\n')}\n`;
}

const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;

function formatTrained(trained: Parameters<typeof formatReport>[2]): string[] {
  if (trained === undefined) return [];
  const { tests, variants } = trained;
  const offered = tests.offered === 0 ? '' : `, en bij ${tests.offered} staat het goede onder de keuzes`;
  return [
    ...(tests.total === 0 ? [] : [`Proefvragen: ${tests.right} van de ${tests.total} goed${offered}.`]),
    ...(variants.tried === 0
      ? []
      : [`Varianten: ${variants.found} van de ${variants.tried} vindt de bot ook zonder ze te leren.`]),
  ];
}

/** The heading of a kind, the advice once where it is the same for all, and the places. */
function formatKind({ kind, advice: shared, problems }: ProblemGroup): string {
  const most = MOST_PLACES[kind] ?? problems.length;
  const more = problems.length - most;
  const places = problems.slice(0, most).map(({ file, line, entry, message, advice }) => {
    const position = line === undefined ? file : `${file}:${line}`;
    return `  ${position}${entry === undefined ? '' : ` (${entry})`}: ${message}${shared === undefined ? ` ${advice}` : ''}`;
  });
  return [
    `${titleOf(kind)} (${problems.length})`,
    ...(shared === undefined ? [] : [`  ${shared}`]),
    ...places,
    ...(more > 0 ? [`  en nog ${more}: die staan in de lijst van --json`] : []),
  ].join('\n');
}
