import { readFileSync } from 'node:fs';
import { CsvError, parse } from 'csv-parse/sync';
import { COLUMNS } from '../../knowledge/edit/table.ts';
import type { Row } from '../../knowledge/edit/table.ts';
import { StartError } from '../../shared/start-error.ts';

/** An apostrophe before a text that Excel would compute with; before others too that begin like a guarded one. */
export function guardFormula(text: string): string {
  return /^'*[=+\-@]/.test(text) ? `'${text}` : text;
}

/** The text before `guardFormula`. */
function unguardFormula(text: string): string {
  return /^'+[=+\-@]/.test(text) ? text.slice(1) : text;
}

/** Reads a table that Excel may have saved. @throws {StartError} when it is not one, or not in UTF-8 */
export function readTable(file: string): Row[] {
  const fail = (reason: string, cause?: unknown): never => {
    throw new StartError(`${file} kan niet worden gelezen: ${reason}`, { cause });
  };
  let text = '';
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    fail(
      code === 'ERR_ENCODING_INVALID_ENCODED_DATA'
        ? 'kies bij het opslaan “CSV UTF-8”.'
        : (code ?? String(error)),
      error,
    );
  }
  try {
    const rows = parse(text, {
      bom: true,
      columns: true,
      delimiter: [';', '\t'],
      skip_empty_lines: true,
    }) as unknown as Row[];
    const missing = COLUMNS.filter((name) => rows.some((row) => !Object.hasOwn(row, name)));
    if (missing.length > 0)
      fail(`de kolom ${missing.join(', ')} ontbreekt. De kolommen zijn ${COLUMNS.join(';')}.`);
    return rows.map((row) => ({ ...row, tekst: unguardFormula(row.tekst).replaceAll('\r\n', '\n') }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return fail(
      `regel ${Number(error['lines'])} heeft niet ${COLUMNS.length} kolommen, of een los aanhalingsteken.`,
      error,
    );
  }
}
