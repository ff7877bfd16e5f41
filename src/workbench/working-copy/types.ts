import type { Files } from '../../knowledge/index.ts';

/** Unsaved texts by path relative to the knowledge directory; `undefined`: the file is deleted. */
export type Edits = ReadonlyMap<string, string | undefined>;

/** SHA-256 of files by path; `undefined`: there is no such file. */
export type Versions = ReadonlyMap<string, string | undefined>;

/** The files of a knowledge directory as they are on disk. */
export interface WorkingFiles {
  readonly files: Files;
  /** Folders of the guidances; none in an empty directory. */
  readonly slugs: readonly string[];
  /** Of the files in the directory: not of a `basis/` that comes with the bot. */
  readonly versions: Versions;
  /** Whether `basis/` is the editor's own; otherwise its files come with the bot, and a save of one would hide the others. */
  readonly hasOwnBase: boolean;
}

/** What an editor wants to save. */
export interface Save {
  readonly edits: Edits;
  /** The versions that the editor saw of the files that the edits were made from; another one on disk is a clash. */
  readonly base: Versions;
  /** What was done, in Dutch, for the history. */
  readonly about: string;
}

/**
 * `saved`: everything was written; `id` is that of the save in the history, absent when nothing changed. `clash`: files are
 * not what the editor saw, and nothing was written. `failed`: the disk refused, and nothing was written; `reason` is Dutch.
 */
export type SaveResult =
  | { readonly kind: 'saved'; readonly id?: string }
  | { readonly kind: 'clash'; readonly paths: readonly string[] }
  | { readonly kind: 'failed'; readonly reason: string };

/** A save of the past. */
export interface SavedEdit {
  readonly id: string;
  readonly at: Date;
  /** Dutch. */
  readonly about: string;
  readonly paths: readonly string[];
}

/** The knowledge directory that is edited. */
export interface WorkingCopy {
  readonly directory: string;
  /** Reads what changed since the last time, and returns all files. */
  readonly read: () => WorkingFiles;
  /** Returns the text of a version that was read before, as far as it is remembered. */
  readonly textOf: (version: string) => string | undefined;
  /** Writes all or nothing. Each file keeps its own line endings and byte order mark, whatever the texts have. */
  readonly save: (save: Save) => SaveResult;
  /** The last saves, newest first. */
  readonly history: () => readonly SavedEdit[];
  /** Returns the texts of before a save of the files that it changed; `undefined` when it is not kept any more. */
  readonly textsBefore: (id: string) => Edits | undefined;
  /** Puts back the files of before a save, as a save of its own; a clash when they changed since. */
  readonly undo: (id: string) => SaveResult;
}
