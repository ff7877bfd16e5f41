import { figuresOf, intervalsOf, reliability } from './figures.ts';
import type { Figures } from './figures.ts';
import type { Scored } from './score.ts';

/** The figures, confusion matrix, reliability and failures of a scored set, as Dutch text. `idOf` shortens ids. */
export function report(
  name: string,
  scored: readonly Scored[],
  idOf: (id: string) => string = (id) => id,
): string {
  return [
    `${name}: ${scored.length} vragen`,
    '',
    figureTable([
      ['alles', scored],
      ...styles(scored).map((style) => [style, scored.filter(({ item }) => item.style === style)] as const),
    ]),
    '',
    'Verwacht (rij) en gekregen (kolom):',
    confusion(scored),
    '',
    'Zekerheid en hoe vaak het klopte (antwoord, niet behandeld of zelfcheck):',
    table(
      ['zekerheid', 'vragen', 'gemiddeld', 'goed'],
      reliability(scored).map(({ from, to, count, meanConfidence, right }) => [
        `${percent(from)} - ${percent(to)}`,
        String(count),
        percent(meanConfidence),
        percent(right),
      ]),
    ),
    '',
    'Niet goed:',
    ...scored.filter(({ outcome }) => !GOOD.includes(outcome)).map((one) => describeFailure(one, idOf)),
  ].join('\n');
}

const GOOD: readonly string[] = ['right', 'honest', 'rejected'];

function styles(scored: readonly Scored[]): string[] {
  return [...new Set(scored.map(({ item }) => item.style))].sort();
}

/** A table of the figures of sets by name; of the first set also the ends of the 95 % intervals. */
export function figureTable(sets: readonly (readonly [string, readonly Scored[]])[]): string {
  const [[, first] = ['', []]] = sets;
  const [low, high] = intervalsOf(first);
  const rows = sets.map(([name, scored]) => figureRow(name, scored, figuresOf(scored)));
  rows.splice(1, 0, figureRow('  95 %: van', first, low), figureRow('  95 %: tot', first, high));
  return table(
    ['', 'goed', 'of aangeboden', 'fout', 'gemist', 'eerlijk', 'verzonnen', 'misnoemd', 'vals', 'sociaal'],
    rows,
  );
}

function figureRow(name: string, scored: readonly Scored[], figures: Figures): string[] {
  const has = (...kinds: string[]) => scored.some(({ item }) => kinds.includes(item.expect));
  const cell = (there: boolean, value: number) => (there ? percent(value) : '-');
  const answerable = has('answer', 'checklist', 'entry');
  return [
    name,
    cell(answerable, figures.right),
    cell(answerable, figures.rightOrOffered),
    cell(answerable, figures.wrong),
    cell(answerable, figures.missed),
    cell(has('silent'), figures.silentHonest),
    cell(has('silent'), figures.silentPretended),
    cell(
      scored.some(({ item }) => item.stil !== undefined),
      figures.silentMisnamed,
    ),
    cell(has('offtopic'), figures.offtopicFalse),
    cell(has('social'), figures.socialRight),
  ];
}

function confusion(scored: readonly Scored[]): string {
  const rows = [...new Set(scored.map(({ item }) => item.expect))].sort();
  const columns = [...new Set(scored.map(({ explained }) => explained.reply.kind))].sort();
  const count = (expect: string, kind: string) =>
    scored.filter(({ item, explained }) => item.expect === expect && explained.reply.kind === kind).length;
  return table(
    ['', ...columns],
    rows.map((row) => [row, ...columns.map((column) => String(count(row, column)))]),
  );
}

const MAX_QUESTION_LENGTH = 160;

function describeFailure({ item, explained, outcome }: Scored, idOf: (id: string) => string): string {
  const text = item.q.replace(/\s+/g, ' ');
  const shown = text.length > MAX_QUESTION_LENGTH ? `${text.slice(0, MAX_QUESTION_LENGTH)}…` : text;
  const found = explained.matches
    .slice(0, 3)
    .map(({ entry, confidence, words }) => `${idOf(entry)} ${percent(confidence)} (${words().join(', ')})`);
  return `- ${outcome} [${item.style}] ${shown}\n    ${explained.reply.kind}: ${found.join('; ')}`;
}

/** A table with padded columns: the first aligned left, the others right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, column) =>
    Math.max(cell.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** A share (0..1) as a percentage with one decimal. */
export function percent(value: number): string {
  return `${(100 * value).toFixed(1)} %`;
}

const LOWER_IS_BETTER = /^(wrong|missed|silentPretended|silentMisnamed|offtopicFalse)$|, other$/;

/** A line for each figure that is worse than its bound in the gate. */
export function shortfalls(
  figures: Readonly<Record<string, number>>,
  gate: Readonly<Record<string, number>>,
): string[] {
  return Object.entries(gate).flatMap(([name, bound]) => {
    const figure = figures[name] ?? 0;
    const isMet = LOWER_IS_BETTER.test(name) ? figure <= bound : figure >= bound;
    return isMet ? [] : [`${name}: ${percent(figure)}, grens ${percent(bound)}`];
  });
}
