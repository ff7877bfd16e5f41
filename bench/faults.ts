import { parseArgs } from 'node:util';
import { floods, FLOOD_HEAD } from './faults/flood.ts';
import { STORAGE_HEAD } from './faults/measure.ts';
import { storageFaults } from './faults/storage.ts';

/**
 * Claims: whatever happens to the database, every message is answered (`faults/storage.ts`); whatever clients send ahead
 * and do not read, memory stays and probes are answered (`faults/flood.ts`, which needs `npm run build`).
 *
 *     node bench/faults.ts [--seconds 15] [--rate 50] [--only SQLite|PostgreSQL|network|flood]
 */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '15' },
    rate: { type: 'string', default: '50' },
    only: { type: 'string', default: '' },
  },
});

if (values.only !== 'flood') {
  const load = { seconds: Number(values.seconds), rate: Number(values.rate) };
  await print(STORAGE_HEAD, storageFaults(load, values.only));
}
if (values.only === 'flood' || values.only === '') await print(FLOOD_HEAD, floods());
process.exit(0);

async function print(head: readonly string[], rows: AsyncIterable<readonly string[]>): Promise<void> {
  const row = (cells: readonly string[]) => process.stdout.write(`| ${cells.join(' | ')} |\n`);
  row(head);
  row(head.map(() => '---'));
  for await (const cells of rows) row(cells);
}
