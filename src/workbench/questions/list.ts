import { fullId } from '../../core/index.ts';
import { guidanceFacts } from '../../knowledge/edit/index.ts';
import type { EntryFields } from '../../knowledge/edit/index.ts';
import { collapse, severityOf } from '../../knowledge/index.ts';
import type { EntryState } from '../../evaluation/index.ts';
import type { Problem } from '../../knowledge/index.ts';
import type { EngineStatus } from '../engine/types.ts';
import type { ReadEntries } from '../parts.ts';
import type { WorkingFiles } from '../working-copy/types.ts';
import { fieldsOf, questionOf } from './subject.ts';
import type { Votes } from './votes.ts';

/** An entry in the list, with how it stands. */
export interface ListedEntry {
  readonly folder: string;
  readonly guidance: string;
  readonly id: string;
  readonly fields: EntryFields;
  readonly problems: readonly Problem[];
  readonly votes?: Votes;
  /** How many of the variants that were tried the bot finds without having learned them; absent until it tried. */
  readonly found?: { readonly of: number; readonly found: number };
  /** The question of the entry that most of its lost variants get instead, when there are several. */
  readonly takenBy?: string;
}

/** What is asked of the list. */
export interface ListQuery {
  readonly text: string;
  readonly folder: string;
  readonly topic: string;
  readonly kind: string;
  readonly state: string;
  readonly order: string;
}

/** States to filter by. */
export const STATES = [
  ['fout', 'Met een fout'],
  ['waarschuwing', 'Met een waarschuwing'],
  ['advies', 'Met een advies'],
  ['slecht', 'Slecht te vinden'],
  ['zonder', 'Zonder citaat'],
  ['goed', 'Zonder meldingen'],
] as const;

/** Returns every entry of every guidance with how it stands, in the order of the files. */
export function listEntries(
  files: WorkingFiles,
  read: ReadEntries,
  status: EngineStatus,
  votes: ReadonlyMap<string, Votes>,
): ListedEntry[] {
  const byEntry = Map.groupBy(status.problems, ({ file, entry = '' }) =>
    keyOf(file.split('/', 1)[0] ?? '', entry),
  );
  const guidances = files.slugs.map((folder) => ({
    folder,
    ...guidanceFacts(files.files, folder),
    entries: read(files.files, folder),
  }));
  const questions = new Map(
    guidances.flatMap(({ name, entries }) =>
      entries.map((entry) => [fullId(name, entry.id), questionOf(entry)]),
    ),
  );
  return guidances.flatMap(({ folder, name, title, entries }) => {
    return entries.map((entry): ListedEntry => {
      const state = status.states?.get(fullId(name, entry.id));
      // Votes of before 2026-12 do not tell the guidance.
      const own = votes.get(fullId(name, entry.id)) ?? votes.get(entry.id);
      const takenBy = questions.get(rivalIn(state) ?? '');
      return {
        folder,
        guidance: title,
        id: entry.id,
        fields: fieldsOf(entry),
        problems: byEntry.get(keyOf(folder, entry.id)) ?? [],
        ...(own !== undefined && { votes: own }),
        ...(state !== undefined && { found: { of: state.tried, found: state.found } }),
        ...(takenBy !== undefined && { takenBy }),
      };
    });
  });
}

/** Id of the entry that gets most of the lost variants, at least two. */
function rivalIn(state: EntryState | undefined): string | undefined {
  const counts = Map.groupBy(state?.lost.flatMap(({ by }) => by ?? []) ?? [], (id) => id);
  const [most] = [...counts].toSorted(([, a], [, b]) => b.length - a.length);
  return most !== undefined && most[1].length > 1 ? most[0] : undefined;
}

const keyOf = (folder: string, id: string) => `${folder}/${id}`;

/** Returns the entries that a query asks for, in its order. */
export function chosenEntries(entries: readonly ListedEntry[], query: ListQuery): ListedEntry[] {
  const words = collapse(query.text).toLowerCase().split(' ');
  const chosen = entries.filter(
    (entry) =>
      (query.folder === '' || entry.folder === query.folder) &&
      (query.topic === '' || entry.fields.onderwerp === query.topic) &&
      (query.kind === '' || (entry.fields.soort || 'antwoord') === query.kind) &&
      (query.state === '' || hasState(entry, query.state)) &&
      words.every((word) => textOf(entry).includes(word)),
  );
  switch (query.order) {
    case 'vraag':
      return chosen.toSorted((a, b) => a.fields.vraag.localeCompare(b.fields.vraag, 'nl'));
    case 'bestand':
      return chosen;
    default:
      return chosen
        .map((entry) => [weightOf(entry), entry] as const)
        .toSorted(([a], [b]) => b - a)
        .map(([, entry]) => entry);
  }
}

function textOf({ id, fields }: ListedEntry): string {
  const { vraag, varianten, kop, antwoord, onderwerp, en } = fields;
  return [id, vraag, kop, antwoord, onderwerp, ...varianten, en.vraag, ...en.varianten]
    .join('\n')
    .toLowerCase();
}

function hasState({ problems, fields, found }: ListedEntry, state: string): boolean {
  switch (state) {
    case 'goed':
      return problems.length === 0;
    case 'zonder':
      return fields.citaten.length === 0;
    case 'slecht':
      return found !== undefined && found.found * 2 < found.of;
    default:
      return problems.some(({ kind }) => severityOf(kind) === state);
  }
}

/** An error weighs more than any number of warnings, and those more than advice. */
const WEIGHTS = { fout: 10_000, waarschuwing: 100, advies: 1 } as const;

function weightOf({ problems, found }: ListedEntry): number {
  const lost = found === undefined ? 0 : (found.of - found.found) / found.of;
  return problems.reduce((sum, { kind }) => sum + WEIGHTS[severityOf(kind)], lost);
}
