import Fuse from 'fuse.js';
import type { FuseResult } from 'fuse.js';
import { createShortlist } from './shortlist.ts';
import type { Shortlist } from './shortlist.ts';

/** A word of a list that a misspelled word may stand for. */
export interface Correction {
  readonly word: string;
  /** 0..1; 1 is the same spelling. */
  readonly similarity: number;
}

/** Returns the spelling corrections of a word, most similar first; none when it is spelled well. */
export type CorrectSpelling = (word: string) => readonly Correction[];

/** Spelling correction over a list of words. */
export interface Spelling {
  /** Returns at most two corrections, most similar first, as Fuse.js judges them. */
  readonly corrections: CorrectSpelling;
  /**
   * Returns a word that is one edit away: a letter replaced, added or left out, or two neighbours swapped
   * (Damerau-Levenshtein distance 1).
   */
  readonly withinOneEdit: (word: string) => string | undefined;
}

const MAX_CORRECTIONS = 2;
/** Highest Fuse.js score (0 is a match, 1 a mismatch) of a correction: about one letter in four differs. */
const MAX_FUSE_SCORE = 0.34;
const MIN_SIMILARITY = 0.6;
const FUSE_OPTIONS = {
  includeScore: true,
  threshold: MAX_FUSE_SCORE,
  ignoreLocation: false,
  distance: 20,
  ignoreFieldNorm: true,
} as const;

/** Shorter names are too near to each other to suggest one. */
const MIN_NAME_LENGTH = 3;
/** Shorter words of a question are not corrected. */
export const MIN_WORD_LENGTH = 4;
/** Words of questions whose corrections are cached. */
const CACHE_SIZE = 2_000;

/**
 * Creates the spelling correction over a list of words. Fuse.js takes 3 µs for each word that it judges, 2-5 ms for the
 * whole vocabulary, so it gets a shortlist of candidates.
 */
export function createSpelling(words: readonly string[]): Spelling {
  let shortlist: Shortlist | undefined;
  // Built at the first use, because it would take a twentieth of a start.
  const candidates: Shortlist = (word) => (shortlist ??= createShortlist(words))(word);
  return {
    corrections: (word) => judge(word, candidates(word)),
    withinOneEdit: (word) => candidates(word).find((candidate) => isOneEdit(candidate, word)),
  };
}

/** Returns the one of a few names that a mistyped name most likely stands for, or `undefined` when none is near. */
export function nearestName(name: string, names: readonly string[]): string | undefined {
  if (name.length < MIN_NAME_LENGTH) return undefined;
  const maxDifference = Math.max(1, Math.floor(name.length / 3));
  const candidates = names.filter(({ length }) => Math.abs(length - name.length) <= maxDifference);
  return search(name, candidates)[0]?.item;
}

/** Creates the spelling correction of question words: not of known, short or numeric ones. */
export function createCorrector(vocabulary: ReadonlySet<string>): CorrectSpelling {
  const { corrections } = createSpelling([...vocabulary].filter(({ length }) => length >= MIN_WORD_LENGTH));
  const cache = new Map<string, readonly Correction[]>();
  return (word) => {
    if (!isCorrectable(word) || vocabulary.has(word)) return [];
    const cached = cache.get(word);
    if (cached !== undefined) return cached;
    const found = corrections(word);
    if (cache.size >= CACHE_SIZE) cache.clear();
    cache.set(word, found);
    return found;
  };
}

/** Limits a corrector to the first `max` different unknown words of one question, to bound its time. */
export function limitCorrections(
  correct: CorrectSpelling,
  vocabulary: ReadonlySet<string>,
  max: number,
): CorrectSpelling {
  const corrected = new Set<string>();
  return (word) => {
    if (vocabulary.has(word)) return [];
    if (!corrected.has(word)) {
      if (corrected.size >= max) return [];
      corrected.add(word);
    }
    return correct(word);
  };
}

function search(word: string, candidates: readonly string[]): readonly FuseResult<string>[] {
  if (candidates.length === 0) return [];
  return new Fuse(candidates, FUSE_OPTIONS).search(word, { limit: MAX_CORRECTIONS });
}

function judge(word: string, candidates: readonly string[]): Correction[] {
  return search(word, candidates)
    .map(({ item, score = 1 }) => ({
      word: item,
      // Fuse.js also finds a pattern inside a longer text; a spelling error hardly changes the length.
      similarity: (1 - score) * (Math.min(item.length, word.length) / Math.max(item.length, word.length)),
    }))
    .filter(({ similarity }) => similarity >= MIN_SIMILARITY);
}

/** Returns whether two words are the same or one edit apart. */
export function isOneEdit(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  const [a, b] = [one.slice(same), other.slice(same)];
  const swapped = `${a.charAt(1)}${a.charAt(0)}${a.slice(2)}`;
  return a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1) || swapped === b;
}

/** Returns whether a word can be a misspelling: it is long enough, and no number or code. */
export function isCorrectable(word: string): boolean {
  return word.length >= MIN_WORD_LENGTH && !/\d/.test(word);
}
