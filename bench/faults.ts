import { parseArgs } from 'node:util';
import { floods, FLOOD_HEAD } from './faults/flood.ts';
import { STORAGE_HEAD } from './faults/measure.ts';
import { PLATFORM_HEAD, platformFaults } from './faults/platforms.ts';
import { storageFaults } from './faults/storage.ts';

/**
 * Claims: whatever happens to the database, every message is answered (`faults/storage.ts`); when Slack or Microsoft
 * fail, each answer arrives or is counted as lost, and the bot comes back by itself (`faults/platforms.ts`); whatever
 * clients send ahead and do not read, memory stays and probes are answered (`faults/flood.ts`). The last two need
 * `npm run build`.
 *
 *     node bench/faults.ts [--seconds 15] [--rate 50] [--only SQLite|PostgreSQL|network|Slack|Teams|flood]
 */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '15' },
    rate: { type: 'string', default: '50' },
    only: { type: 'string', default: '' },
  },
});

const load = { seconds: Number(values.seconds), rate: Number(values.rate) };
const isPlatform = /^(?:Slack|Teams)/.test(values.only);
if (values.only !== 'flood' && !isPlatform) await print(STORAGE_HEAD, storageFaults(load, values.only));
if (isPlatform || values.only === '') await print(PLATFORM_HEAD, platformFaults(load, values.only));
if (values.only === 'flood' || values.only === '') await print(FLOOD_HEAD, floods());
process.exit(0);

async function print(head: readonly string[], rows: AsyncIterable<readonly string[]>): Promise<void> {
  const row = (cells: readonly string[]) => process.stdout.write(`| ${cells.join(' | ')} |\n`);
  row(head);
  row(head.map(() => '---'));
  for await (const cells of rows) row(cells);
}
