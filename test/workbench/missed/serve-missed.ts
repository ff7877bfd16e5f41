import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StoreReader, StoredTables } from '../../../src/workbench/store.ts';
import { serveWorkbench } from '../serve.ts';
import type { ServedWorkbench } from '../serve.ts';
import { MISSED_ROWS } from './rows.ts';

/** File with the entries of the small guidance. */
export const ENTRIES = 'fietsen-op-het-werk/vragen/stalling.yaml';
const GROUPING = 'zoekt nog welke vragen op elkaar lijken';
const NOTHING: StoredTables = { counts: [], votes: [], reasons: [], chosen: [], missed: [] };
const store: StoreReader = {
  tables: () => Promise.resolve({ ...NOTHING, missed: MISSED_ROWS }),
  secret: () => Promise.resolve('een sleutel van de bot'),
};

/** Whether a page says that the questions are still being grouped. */
export function isGrouping(html: string): boolean {
  return html.includes(GROUPING);
}

/** A workbench that reads `MISSED_ROWS` from a database, with what an editor does there. */
export async function serveMissed() {
  const workbench = await serveWorkbench({ store });
  const send = (fields: Parameters<ServedWorkbench['submit']>[1]) => workbench.submit('/gemist', fields);
  /** A page once the questions are grouped. */
  const page = async (path = '/gemist'): Promise<string> => {
    const html = await (await workbench.get(path)).text();
    return isGrouping(html) ? page(path) : html;
  };
  return {
    ...workbench,
    page,
    send,
    /** The questions that wait, in order. */
    waiting: async () =>
      [...(await page()).matchAll(/type="checkbox"[^>]*value="([^"]*)"/g)].map(([, text]) => text),
    undo: (saved: Response) =>
      workbench.submit('/ongedaan', {
        id:
          new URL(saved.headers.get('location') ?? '', 'http://localhost').searchParams.get('bewaard') ?? '',
        naar: '/gemist',
      }),
    /** What is on disk of the only decision. */
    decision: () => {
      const folder = join(workbench.folder, '.redactie/gemist');
      return readdirSync(folder)
        .map((name) => readFileSync(join(folder, name), 'utf8'))
        .join('\n');
    },
  };
}

/** A workbench with missed questions. */
export type ServedMissed = Awaited<ReturnType<typeof serveMissed>>;
