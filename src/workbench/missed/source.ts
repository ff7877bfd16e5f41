import { keepFor } from '../../shared/keep-for.ts';
import { isTimeout, withTimeout } from '../../shared/with-timeout.ts';
import type { Tools } from '../parts.ts';
import { createDecided, ownKey } from '../working-copy/decided.ts';
import type { Decided } from '../working-copy/decided.ts';
import { textsOf } from './groups.ts';
import type { MissedText } from './groups.ts';
import { missedIn } from './read-missed.ts';
import type { MissedFile } from './read-missed.ts';

/** Indexes of texts that ask alike. */
type Grouped = readonly (readonly number[])[];

/** Milliseconds that a page waits for the groups: 5,000 questions take a second, and longer while the bot reads or trains. */
const TIMEOUT_MS = 300;

/** Milliseconds that missed questions of the bot's database are kept. */
const KEPT_FOR = 60_000;

/** Missed questions, where they are from, and what was decided of them. */
export interface MissedQuestions {
  /** Dutch. */
  readonly from: string;
  readonly texts: readonly MissedText[];
  readonly decided: Decided;
}

/** Which questions ask alike. */
export interface Groups {
  /** Indexes in the texts; each by itself while `isGrouping`. */
  readonly grouped: Grouped;
  readonly isGrouping: boolean;
}

/** Where missed questions are read from. */
export interface MissedSource {
  /** Returns them; `undefined` when none were handed over. Rejects when the store cannot be used. */
  readonly read: () => Promise<MissedQuestions | undefined>;
  /** Groups texts, as far as that is done within a moment. */
  readonly group: (texts: readonly MissedText[]) => Promise<Groups>;
  /** Reads these from now on, until the process ends: an editor's file is not kept on disk. */
  readonly use: (file: MissedFile) => void;
}

/** Returns the source: a file that was sent, else the one that the command line named, else the bot's database. */
export function createMissedSource({ parts, engine, copy }: Tools): MissedSource {
  let file = parts.missed;
  let last: { readonly key: string; readonly grouped: Promise<Grouped | undefined> } | undefined;
  const { store } = parts;
  const ofStore = keepFor(KEPT_FOR, async () => {
    if (store === undefined) return undefined;
    const { missed } = await store.tables({});
    return { from: 'de bot', rows: missedIn(missed), key: await store.secret('gemist') };
  });
  const read = () =>
    file === undefined
      ? ofStore()
      : Promise.resolve({ from: file.name, rows: file.rows, key: ownKey(copy.directory) });
  /** What is found of these texts; nothing when the knowledge has errors, and the next page tries again. */
  const find = (texts: readonly string[]) => {
    const key = JSON.stringify(texts);
    if (last?.key === key) return last.grouped;
    const grouped = engine.group(texts).catch((error: unknown) => {
      parts.log.error({ cause: String(error) }, 'the missed questions could not be grouped');
      return undefined;
    });
    last = { key, grouped };
    void grouped.then((found) => {
      if (found === undefined && last?.grouped === grouped) last = undefined;
    });
    return grouped;
  };
  const group = async (texts: readonly MissedText[]): Promise<Groups> => {
    const single = texts.map((_, index) => [index]);
    try {
      const found = find(texts.map(({ text }) => text));
      return { grouped: (await withTimeout(found, TIMEOUT_MS)) ?? single, isGrouping: false };
    } catch (error) {
      if (!isTimeout(error)) throw error;
      return { grouped: single, isGrouping: true };
    }
  };
  return {
    read: async () => {
      const found = await read();
      if (found === undefined) return undefined;
      return {
        from: found.from,
        texts: textsOf(found.rows),
        decided: createDecided(copy.directory, found.key),
      };
    },
    group,
    use: (given) => {
      file = given;
    },
  };
}
