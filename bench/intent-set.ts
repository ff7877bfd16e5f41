import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import * as z from 'zod';

/** A public intent classification set. */
export interface IntentSet {
  readonly name: string;
  /** Training questions per entry id. */
  readonly train: ReadonlyMap<string, readonly string[]>;
  /** Training questions that are out of scope. */
  readonly outOfScope: readonly string[];
  readonly test: readonly TestQuestion[];
}

/** A test question; `entry` is `null` when it is out of scope. */
export interface TestQuestion {
  readonly text: string;
  readonly entry: string | null;
}

/** What another system predicted for a test question. */
export interface Prediction extends TestQuestion {
  readonly predicted: string;
  readonly confidence: number;
}

const pairs = z.array(z.tuple([z.string(), z.string()]));
const clincFile = z.object({ train: pairs, test: pairs, oos_train: pairs, oos_test: pairs });

/** Reads one of CLINC150's `data_*.json`. @throws {z.ZodError} when the file has another format. */
export function readClinc(file: string): IntentSet {
  const data = clincFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  return {
    name: 'CLINC150',
    train: byEntry(data.train.map(([text, label]) => ({ text, entry: idOf(label) }))),
    outOfScope: data.oos_train.map(([text]) => text),
    test: [
      ...data.test.map(([text, label]) => ({ text, entry: idOf(label) })),
      ...data.oos_test.map(([text]) => ({ text, entry: null })),
    ],
  };
}

/** HINT3's label for a question that is out of scope. */
const OUT_OF_SCOPE = 'NO_NODES_DETECTED';
const HINT3_NAMES = ['sofmattress', 'curekart', 'powerplay11'].flatMap((name) => [name, `${name}_subset`]);

/** Reads HINT3's three sets twice: with all training questions, and with the smaller published subset. */
export function readHint3(folder: string): IntentSet[] {
  return HINT3_NAMES.map((name) => {
    const read = (part: 'train' | 'test', of: string) =>
      readCsv(join(folder, 'dataset/v1', part, `${of}_${part}.csv`)).map(labelled);
    return {
      name,
      train: byEntry(read('train', name)),
      outOfScope: [],
      test: read('test', name.replace('_subset', '')),
    };
  });
}

/** Per system, the predictions that HINT3's authors published for one of its sets; empty when `preds` is not there. */
export function readPredictions(folder: string, set: string): ReadonlyMap<string, readonly Prediction[]> {
  const files = [
    ...['dialogflow', 'rasa', 'luis', 'haptik'].map((name) => [name, `preds/${name}_${set}.csv`] as const),
    ['bert', `platforms/bert/bert_models/${set}/predictions.csv`] as const,
  ];
  return new Map(
    files
      .filter(([, path]) => existsSync(join(folder, path)))
      .map(([system, path]) => {
        const rows = readCsv(join(folder, path)).map((row) => ({
          ...labelled(row),
          predicted: idOf(row['predicted_node'] ?? ''),
          confidence: row['predicted_node'] === OUT_OF_SCOPE ? 0 : Number(row['predicted_node_score']),
        }));
        return [system, rows];
      }),
  );
}

function labelled({ sentence = '', label = '' }: Record<string, string>): TestQuestion {
  return { text: sentence, entry: label === OUT_OF_SCOPE ? null : idOf(label) };
}

/** A label as an entry id: lower case, digits and hyphens. */
function idOf(label: string): string {
  return label
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function byEntry(questions: readonly TestQuestion[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { text, entry } of questions) {
    if (entry !== null) groups.set(entry, [...(groups.get(entry) ?? []), text]);
  }
  return groups;
}

const CELL = /("(?:[^"]|"")*"|[^,\n]*)(,|\n|$)/y;

/** Reads a CSV file with a header row. Quoted cells may hold commas, line breaks and doubled quotes. */
function readCsv(file: string): Record<string, string>[] {
  const text = readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trimEnd();
  const rows: string[][] = [[]];
  CELL.lastIndex = 0;
  for (let match = CELL.exec(text); match !== null; match = CELL.exec(text)) {
    const [, cell = '', end] = match;
    rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === '') break;
    if (end === '\n') rows.push([]);
  }
  const [head = [], ...body] = rows;
  return body.map((row) => Object.fromEntries(head.map((name, column) => [name, row[column] ?? ''])));
}

/**
 * Writes a set as a knowledge directory with one guidance and returns its path, a new temporary folder. The question of
 * an entry is its first training question, so that the matcher learns from the same texts as the other systems and
 * never from a label. One file per entry, because the loader limits the size of a file.
 */
export function writeGuidance(set: IntentSet, withOutOfScope: boolean): string {
  const directory = mkdtempSync(join(tmpdir(), 'other-guidance-'));
  const write = (path: string, data: unknown) => {
    writeFileSync(join(directory, 'other', path), typeof data === 'string' ? data : stringify(data));
  };
  for (const folder of ['vragen', 'praktijkvragen'])
    mkdirSync(join(directory, 'other', folder), { recursive: true });
  write('handreiking.yaml', { naam: 'other', titel: set.name, editie: 'public data set', taal: 'en' });
  const ids = [...set.train.keys()];
  write('bron.txt', `${[set.name, ...ids.map(sentenceOn)].join('\n\n')}\n`);
  for (const [id, [question = '', ...others]] of set.train) {
    const about = { id, vraag: question, varianten: others };
    write(`vragen/${id}.yaml`, [{ ...about, antwoord: `About ${id}.`, citaten: [sentenceOn(id)] }]);
  }
  if (withOutOfScope) write('praktijkvragen/out-of-scope.yaml', [{ bij: 'geen', vragen: set.outOfScope }]);
  return directory;
}

function sentenceOn(id: string): string {
  return `The guidance says this about ${id}.`;
}
