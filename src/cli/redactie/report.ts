import { severityOf, titleOf } from '../../knowledge/index.ts';
import type { CheckedKnowledge, Problem } from '../../knowledge/index.ts';

const PARTS = [
  ['fout', 'fout', 'fouten'],
  ['waarschuwing', 'waarschuwing', 'waarschuwingen'],
  ['advies', 'advies', 'adviezen'],
] as const;

/** What checking found, for people: errors, warnings and advice apart, each kind once with its places. Dutch. */
export function formatReport(problems: readonly Problem[], guidances: CheckedKnowledge['guidances']): string {
  const parts = PARTS.flatMap(([severity, one, many]) => {
    const found = problems.filter(({ kind }) => severityOf(kind) === severity);
    if (found.length === 0) return [];
    return [`${found.length} ${found.length === 1 ? one : many}`, ...byKind(found).map(formatKind)];
  });
  const counts = guidances.map(
    ({ title, entries, practice }) => `${title}: ${entries} vragen en ${practice} praktijkvragen.`,
  );
  const end = problems.length === 0 ? ['Alles klopt.'] : [];
  return `${[...parts, [...counts, ...end].join('\n')].filter((part) => part !== '').join('\n\n')}\n`;
}

function byKind(problems: readonly Problem[]): Problem[][] {
  return [...Map.groupBy(problems, ({ kind }) => kind).values()];
}

/** The heading of a kind, the advice once where it is the same for all, and the places. */
function formatKind(problems: readonly Problem[]): string {
  const [first] = problems;
  if (first === undefined) return '';
  const isShared = problems.every(({ advice }) => advice === first.advice);
  const places = problems.map(({ file, line, entry, message, advice }) => {
    const position = line === undefined ? file : `${file}:${line}`;
    return `  ${position}${entry === undefined ? '' : ` (${entry})`}: ${message}${isShared ? '' : ` ${advice}`}`;
  });
  return [
    `${titleOf(first.kind)} (${problems.length})`,
    ...(isShared ? [`  ${first.advice}`] : []),
    ...places,
  ].join('\n');
}
