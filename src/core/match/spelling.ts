import Fuse from 'fuse.js';
import type { Correct } from './features.ts';
import { highestOf } from './top-k.ts';

/**
 * Finds the known words nearest to a misspelled one. Fuse.js judges how near; it is given only the words that share
 * letter pairs with it, because its cost grows with the list (measured: 3 µs a word, 2-5 ms for the whole vocabulary).
 */
const MOST_CANDIDATES = 8;
const MOST_MEANT = 2;
const SHORTEST_WORD = 4;
/** Fuse's score: 0 is the same, 1 is nothing alike. At this edge about one letter in four differs. */
const FARTHEST = 0.34;
const CACHE_SIZE = 2_000;
const OPTIONS = {
  includeScore: true,
  threshold: FARTHEST,
  ignoreLocation: false,
  distance: 20,
  ignoreFieldNorm: true,
} as const;

/** Letters are told apart as 32 kinds: the alphabet, the edge of a word, and five for all other signs. */
const KINDS = 32;
const PAIRS = KINDS * KINDS;
/** Share of the letter pairs that two words have in common; with fewer than this Fuse.js never finds them near. */
const LEAST_SHARED = 0.3;
const MOST_LONGER = 3;

/** The same corrector for one question: after so many different unknown words it corrects nothing new. */
export function limited(correct: Correct, known: ReadonlySet<string>, most: number): Correct {
  const seen = new Set<string>();
  return (key) => {
    if (known.has(key)) return [];
    if (!seen.has(key)) {
      if (seen.size >= most) return [];
      seen.add(key);
    }
    return correct(key);
  };
}

/** The words that have each pair of letters, by number; `starts` has one more than there are pairs. */
interface Pairs {
  readonly starts: Uint32Array;
  readonly words: Uint32Array;
}

/**
 * Makes the corrector over the keys of all known words; an exactly known key corrects to nothing. Lists of pairs are made
 * at the first unknown word: they take a twentieth of a start.
 */
export function createCorrector(known: ReadonlySet<string>): Correct {
  let near: Candidates | undefined;
  const cache = new Map<string, ReturnType<Correct>>();
  return (key) => {
    if (key.length < SHORTEST_WORD || known.has(key) || /\d/.test(key)) return [];
    const cached = cache.get(key);
    if (cached !== undefined) return cached;
    const meant = search(key, (near ??= createCandidates(known))(key));
    if (cache.size >= CACHE_SIZE) cache.clear();
    cache.set(key, meant);
    return meant;
  };
}

/** The words of about its length that share most letter pairs with a key, most alike first. */
type Candidates = (key: string) => string[];

function createCandidates(known: ReadonlySet<string>): Candidates {
  const words = [...known].filter((word) => word.length >= SHORTEST_WORD);
  const { starts, words: places } = createPairs(words);
  const shared = new Uint8Array(words.length);
  const lengths = Uint8Array.from(words, ({ length }) => length);
  return (key) => {
    shared.fill(0);
    const fewest = fewestShared(key.length);
    const found: number[] = [];
    for (const pair of pairsOf(key)) {
      const end = starts[pair + 1]!;
      for (let at = starts[pair]!; at < end; at += 1) {
        const place = places[at]!;
        const count = shared[place]! + 1;
        shared[place] = count;
        if (count === fewest) found.push(place);
      }
    }
    const near = found.filter((place) => Math.abs(lengths[place]! - key.length) <= MOST_LONGER);
    const likenesses = Float64Array.from(
      near,
      (place) => shared[place]! / (pairsIn(lengths[place]!) + pairsIn(key.length)),
    );
    return highestOf(likenesses, MOST_CANDIDATES).map((at) => words[near[at]!]!);
  };
}

/** How many pairs a word of the shortest length that is looked at shares with one of this length, to be alike enough. */
function fewestShared(length: number): number {
  const pairs = pairsIn(length) + pairsIn(length - MOST_LONGER);
  return Math.max(2, Math.ceil((LEAST_SHARED * pairs) / 2));
}

/** The pairs of letters in a word of this length, with its edges. */
function pairsIn(length: number): number {
  return length + 1;
}

function createPairs(words: readonly string[]): Pairs {
  const starts = new Uint32Array(PAIRS + 1);
  for (const word of words) for (const pair of pairsOf(word)) starts[pair + 1] = (starts[pair + 1] ?? 0) + 1;
  for (let pair = 0; pair < PAIRS; pair += 1)
    starts[pair + 1] = (starts[pair + 1] ?? 0) + (starts[pair] ?? 0);
  const next = starts.slice();
  const places = new Uint32Array(starts[PAIRS] ?? 0);
  words.forEach((word, place) => {
    for (const pair of pairsOf(word)) {
      const at = next[pair] ?? 0;
      places[at] = place;
      next[pair] = at + 1;
    }
  });
  return { starts, words: places };
}

/** The pairs of letters of a word with its edges, each once. */
function pairsOf(word: string): number[] {
  const pairs: number[] = [];
  let before = 0;
  for (let at = 0; at <= word.length; at += 1) {
    const kind = at === word.length ? 0 : kindOf(word.charCodeAt(at));
    const pair = before * KINDS + kind;
    if (!pairs.includes(pair)) pairs.push(pair);
    before = kind;
  }
  return pairs;
}

function kindOf(code: number): number {
  return code >= 97 && code <= 122 ? code - 96 : 27 + (code % 5);
}

function search(key: string, options: readonly string[]): ReturnType<Correct> {
  if (options.length === 0) return [];
  return new Fuse(options, OPTIONS)
    .search(key, { limit: MOST_MEANT })
    .map(({ item, score = 1 }) => ({
      key: item,
      // Fuse finds a pattern inside longer text; a word is only meant when the lengths agree too.
      likeness: (1 - score) * (Math.min(item.length, key.length) / Math.max(item.length, key.length)),
    }))
    .filter(({ likeness }) => likeness >= 1 - FARTHEST - 0.06);
}
