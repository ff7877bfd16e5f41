/**
 * How soon the workbench ranks what an edit changes, and how right the estimate is: 20 edits of the shipped knowledge, each
 * estimated from the model of before, and then trained afresh.
 *
 *     node bench/changes.ts [--edits 20]
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CHANNEL_TEXTS } from '../src/cli/channel-texts.ts';
import { roundQuestionsOn, splitChanges } from '../src/evaluation/index.ts';
import {
  addVariant,
  entriesOf,
  fieldsOfEntry,
  NO_FIELDS,
  removeEntry,
  saveEntry,
  addEntry,
} from '../src/knowledge/edit/index.ts';
import type { TextEdits } from '../src/knowledge/edit/index.ts';
import { createFileCache, readFiles, SHIPPED_KNOWLEDGE } from '../src/knowledge/index.ts';
import type { Files } from '../src/knowledge/index.ts';
import { createComparer } from '../src/workbench/engine/compare.ts';
import type { Comparison } from '../src/workbench/engine/comparison.ts';
import { createDirectory } from '../src/workbench/engine/directory.ts';

const { values } = parseArgs({ options: { edits: { type: 'string', default: '20' } } });
const FOLDER = 'online-communicatie';
/** As in the engine. */
const ESTIMATE_MS = 700;
/** Questions that are asked to fresh models too: those that the estimate had time for, and as many again. */
const BEYOND = 2;

const rows = measure();

const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0);
const middle = (of: (row: (typeof rows)[number]) => number): string => {
  const sorted = rows.map(of).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]?.toFixed(1) ?? '';
};
const [expected, real, both] = [sum((row) => row.expected), sum((row) => row.real), sum((row) => row.both)];
process.stdout.write(
  `${rows.length} edits: estimate after ${middle(({ seconds }) => seconds)} s, ${middle(({ processor }) => processor)} s of ` +
    `processor time (medians); ${both} of ${real} confirmed changes expected; ` +
    `${expected - both} of ${expected} expected changes not confirmed\n`,
);

/** What each edit changes, as it is estimated and as fresh models say. */
function measure() {
  const directory = mkdtempSync(join(tmpdir(), 'wijzigingen-'));
  try {
    cpSync(SHIPPED_KNOWLEDGE, directory, { recursive: true });
    const { files } = readFiles(directory);
    const comparer = createComparer(
      createDirectory({ directory, channelTexts: CHANNEL_TEXTS }),
      createFileCache(join(directory, '.models')),
      () => roundQuestionsOn(SHIPPED_KNOWLEDGE),
    );
    const NONE: TextEdits = new Map();
    comparer.estimate({ before: NONE, after: NONE }, 0);

    return editsOf(files)
      .slice(0, Number(values.edits))
      .map(({ name, edits }) => {
        const versions = { before: NONE, after: edits };
        const [began, used] = [performance.now(), process.cpuUsage()];
        const estimate = comparer.estimate(versions, ESTIMATE_MS);
        const seconds = (performance.now() - began) / 1_000;
        const { user, system } = process.cpuUsage(used);
        const processor = (user + system) / 1e6;
        const exact = comparer.exactly(versions, 0, BEYOND * (estimate?.asked ?? 0));
        if (estimate === undefined || exact === undefined)
          throw new TypeError(`${name}: the knowledge has errors`);
        const [expected, real] = [estimate, exact].map(turnsIn) as [Set<string>, Set<string>];
        const both = [...real].filter((turns) => expected.has(turns)).length;
        const row = {
          name,
          seconds,
          processor,
          asked: estimate.asked,
          expected: expected.size,
          real: real.size,
          both,
        };
        process.stdout.write(`${JSON.stringify(row)}\n`);
        return row;
      });
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function turnsIn({ changes }: Comparison): Set<string> {
  return new Set(splitChanges(changes).changed.map(({ turns }) => turns.join('\n')));
}

/** Edits as editors make them, on entries at equal distances: a variant, another question, a new entry, an entry less. */
function editsOf(all: Files): readonly { readonly name: string; readonly edits: TextEdits }[] {
  const entries = entriesOf(all, FOLDER);
  const at = (place: number) => entries[Math.floor((place * entries.length) / 20)];
  return Array.from({ length: 20 }, (_, place) => {
    const entry = at(place);
    if (entry === undefined) throw new TypeError('too few entries');
    const fields = fieldsOfEntry(entry.data);
    const words = fields.vraag.toLowerCase().replace('?', '');
    switch (place % 4) {
      case 0:
        return {
          name: `variant: ${entry.id}`,
          edits: addVariant(all, FOLDER, entry.id, `ik vroeg me af ${words} en hoe dat precies zit`),
        };
      case 1:
        return {
          name: `question: ${entry.id}`,
          edits: saveEntry(all, FOLDER, entry.id, { ...fields, vraag: `Hoe zit het met: ${words}?` }),
        };
      case 2:
        return {
          name: `new: beside ${entry.id}`,
          edits: addEntry(all, entry.file, {
            ...fields,
            id: 'nieuw-in-de-meting',
            kop: '',
            vraag: `Mag ik een drone gebruiken: ${words}?`,
            varianten: [
              'beelden met een drone',
              'dronebeelden delen',
              'filmpje uit de lucht',
              `${words} met een drone`,
            ],
            en: NO_FIELDS.en,
          }),
        };
      default:
        return { name: `delete: ${entry.id}`, edits: removeEntry(all, FOLDER, entry.id) };
    }
  });
}
