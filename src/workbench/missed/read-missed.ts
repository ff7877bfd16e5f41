import { CsvError, parse } from 'csv-parse/sync';
import type { StoredRow } from '../store.ts';

/** A masked question without a good answer, in one week. */
export interface MissedRow {
  readonly text: string;
  /** `unknown`: not understood; `choices`: nothing that was offered was chosen; `not useful`: the answer was voted so. */
  readonly reason: MissedReason;
  readonly language: 'nl' | 'en';
  /** Ids of the entries that it was replied to with. */
  readonly entries: readonly string[];
  /** How often, at least. */
  readonly number: number;
}

/** A file with missed questions. */
export interface MissedFile {
  readonly name: string;
  readonly rows: readonly MissedRow[];
}

/** Why questions are kept. */
export const MISSED_REASONS = ['unknown', 'choices', 'not useful'] as const;
export type MissedReason = (typeof MISSED_REASONS)[number];

/** A file that cannot be used; the message is Dutch. */
export class MissedFileError extends Error {
  override readonly name = 'MissedFileError';
}

/** Returns the missed questions of the rows of an export; rows that are something else are left out. */
export function missedIn(
  rows: readonly Readonly<Record<string, unknown>>[] | readonly StoredRow[],
): MissedRow[] {
  return rows.flatMap((row): MissedRow[] => {
    const { text, reason, language, entries = '', number } = row as Readonly<Record<string, unknown>>;
    const known = MISSED_REASONS.find((one) => one === reason);
    if (typeof text !== 'string' || text.trim() === '' || known === undefined) return [];
    const ids = typeof entries === 'string' ? entries.split(' ').filter((id) => id !== '') : [];
    const times = Number(number);
    return [
      {
        text,
        reason: known,
        language: language === 'en' ? 'en' : 'nl',
        entries: ids,
        // `<5` is one or more.
        number: Number.isFinite(times) && times > 0 ? times : 1,
      },
    ];
  });
}

/**
 * Returns the missed questions in a file of `npm run data -- export`, of everything or of `missed`, as JSON or CSV.
 * @throws {MissedFileError} when it is something else
 */
export function readMissedFile(bytes: Uint8Array): MissedRow[] {
  const text = decoded(bytes).trim();
  const rows = /^[[{]/.test(text) ? rowsOfJson(text) : rowsOfCsv(text);
  const found = missedIn(rows);
  if (found.length === 0 && rows.length > 0)
    throw new MissedFileError('In dit bestand staan geen gemiste vragen.');
  return found;
}

const HOW = 'Maak het met: npm run --silent data -- export missed > gemist.json';

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new MissedFileError('Dit bestand is geen tekst in UTF-8. Kies bij het opslaan “CSV UTF-8”.');
  }
}

function rowsOfJson(text: string): readonly Readonly<Record<string, unknown>>[] {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new MissedFileError(`Dit bestand is geen hele JSON. ${HOW}`);
  }
  const { missed } = data as { readonly missed?: unknown };
  const rows = Array.isArray(data) ? (data as unknown[]) : missed;
  if (!Array.isArray(rows)) throw new MissedFileError(`In dit bestand staan geen gemiste vragen. ${HOW}`);
  return (rows as unknown[]).flatMap((row) =>
    typeof row === 'object' && row !== null ? [row as Readonly<Record<string, unknown>>] : [],
  );
}

function rowsOfCsv(text: string): readonly Readonly<Record<string, string>>[] {
  if (text === '') return [];
  try {
    const rows = parse(text, {
      columns: true,
      delimiter: [',', ';', '\t'],
      skip_empty_lines: true,
    }) as unknown as Readonly<Record<string, string>>[];
    if (rows.some((row) => row['text'] === undefined))
      throw new MissedFileError(`In dit bestand ontbreekt de kolom text. ${HOW}`);
    // An export has an apostrophe before what a spreadsheet would run.
    return rows.map((row) => ({ ...row, text: (row['text'] ?? '').replace(/^'(?=[=+\-@\t])/, '') }));
  } catch (error) {
    if (error instanceof CsvError) throw new MissedFileError(`Dit bestand is geen tabel. ${HOW}`);
    throw error;
  }
}
