import type { Language } from '../../core/index.ts';
import type { LocatedEntry, LocatedPractice } from '../build.ts';
import type { Problem } from '../problems.ts';
import type { Source } from '../source.ts';

/** A guidance as the checks of quality see it. */
export interface Subject {
  readonly located: readonly LocatedEntry[];
  /** Whether all entries are there: false when a file of them cannot be read. */
  readonly isComplete: boolean;
  /** Entries of `basis/`, which the guidance has too unless it has one with the same id. */
  readonly shared: readonly LocatedEntry[];
  readonly practice: readonly LocatedPractice[];
  readonly source: Source;
  /** The text of bron.txt. */
  readonly sourceText: string;
  readonly sourceFile: string;
  readonly metadataFile: string;
  /** The language of the source. */
  readonly language: Language;
  /** The languages that its editor writes. */
  readonly languages: readonly Language[];
  /** Words that say nothing about a subject. */
  readonly stopWords: ReadonlySet<string>;
  /** Hard words with an easier one, in lower case. */
  readonly hardWords: ReadonlyMap<string, string>;
}

/** A check of quality: what an editor could improve in knowledge that works. */
export type Check = (subject: Subject) => Problem[];
