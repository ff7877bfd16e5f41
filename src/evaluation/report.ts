import { figuresOf, reliability } from './figures.ts';
import type { Figures } from './figures.ts';
import type { Scored } from './score.ts';

/** The figures, confusion matrix, reliability and failures of a scored set, as Dutch text. */
export function report(name: string, scored: readonly Scored[]): string {
  return [
    `${name}: ${scored.length} vragen`,
    '',
    table(
      ['', 'goed', 'aangeboden', 'fout', 'gemist', 'eerlijk', 'verzonnen', 'misnoemd', 'vals', 'sociaal'],
      [
        figureRow('alles', scored),
        ...styles(scored).map((style) =>
          figureRow(
            style,
            scored.filter(({ item }) => item.style === style),
          ),
        ),
      ],
    ),
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
    ...scored.filter(({ outcome }) => !GOOD.includes(outcome)).map(describeFailure),
  ].join('\n');
}

const GOOD: readonly string[] = ['right', 'honest', 'rejected'];

function styles(scored: readonly Scored[]): string[] {
  return [...new Set(scored.map(({ item }) => item.style))].sort();
}

function figureRow(name: string, scored: readonly Scored[]): string[] {
  const figures = figuresOf(scored);
  const has = (...kinds: string[]) => scored.some(({ item }) => kinds.includes(item.expect));
  const cell = (there: boolean, value: number) => (there ? percent(value) : '-');
  const answerable = has('answer', 'checklist');
  return [
    name,
    cell(answerable, figures.right),
    cell(answerable, figures.rightOrOffered - figures.right),
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

function describeFailure({ item, explained, outcome }: Scored): string {
  const text = item.q.replace(/\s+/g, ' ');
  const shown = text.length > MAX_QUESTION_LENGTH ? `${text.slice(0, MAX_QUESTION_LENGTH)}…` : text;
  const found = explained.matches
    .slice(0, 3)
    .map(({ entry, confidence, words }) => `${entry} ${percent(confidence)} (${words().join(', ')})`);
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

/** A line for each figure that is worse than its bound in the gate. */
export function shortfalls(figures: Figures, gate: Partial<Figures>): string[] {
  const lowerIsBetter: readonly string[] = ['wrong', 'missed', 'silentPretended', 'offtopicFalse'];
  return (Object.entries(gate) as [keyof Figures, number][])
    .filter(([name, bound]) => (lowerIsBetter.includes(name) ? figures[name] > bound : figures[name] < bound))
    .map(([name, bound]) => `${name}: ${percent(figures[name])}, grens ${percent(bound)}`);
}
