import type { Tools } from '../parts.ts';
import { createDecided, ownKey } from '../working-copy/decided.ts';
import type { Decided } from '../working-copy/decided.ts';
import { textsOf } from './groups.ts';
import type { MissedText } from './groups.ts';
import { missedIn } from './read-missed.ts';
import type { MissedFile } from './read-missed.ts';

/** Missed questions, where they are from, and what was decided of them. */
export interface MissedQuestions {
  /** Dutch. */
  readonly from: string;
  readonly texts: readonly MissedText[];
  /** Indexes in `texts` of questions that ask alike. */
  readonly grouped: readonly (readonly number[])[];
  readonly decided: Decided;
}

/** Where missed questions are read from. */
export interface MissedSource {
  /** Returns them; `undefined` when none were handed over. Rejects when the store cannot be used. */
  readonly read: () => Promise<MissedQuestions | undefined>;
  /** Reads these from now on, until the process ends: an editor's file is not kept on disk. */
  readonly use: (file: MissedFile) => void;
}

/** Returns the source: a file that was sent, else the one that the command line named, else the bot's database. */
export function createMissedSource({ parts, engine, copy }: Tools): MissedSource {
  let file = parts.missed;
  let last: { readonly key: string; readonly grouped: readonly (readonly number[])[] } | undefined;
  const read = async () => {
    if (file !== undefined) return { from: file.name, rows: file.rows, key: ownKey(copy.directory) };
    const { store } = parts;
    if (store === undefined) return undefined;
    const { missed } = await store.tables({});
    return { from: 'de bot', rows: missedIn(missed), key: await store.secret('gemist') };
  };
  const group = async (texts: readonly string[]) => {
    const key = JSON.stringify(texts);
    if (last?.key === key) return last.grouped;
    const grouped = await engine.group(texts);
    if (grouped === undefined) return texts.map((_, index) => [index]);
    last = { key, grouped };
    return grouped;
  };
  return {
    read: async () => {
      const found = await read();
      if (found === undefined) return undefined;
      const texts = textsOf(found.rows);
      return {
        from: found.from,
        texts,
        grouped: await group(texts.map(({ text }) => text)),
        decided: createDecided(copy.directory, found.key),
      };
    },
    use: (given) => {
      file = given;
    },
  };
}
