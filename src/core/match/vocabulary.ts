import Fuse from 'fuse.js';
import type { Correct } from './features.ts';

/**
 * Finds the known words nearest to a misspelled one. Fuse.js judges how near; it is given only the words that share
 * letter pairs with it, because its cost grows with the list (measured: 2-5 ms a word over the whole vocabulary).
 */
const MOST_CANDIDATES = 24;
const MOST_MEANT = 2;
const SHORTEST_WORD = 4;
/** Fuse's score: 0 is the same, 1 is nothing alike. At this edge about one letter in four differs. */
const FARTHEST = 0.34;
const CACHE_SIZE = 5_000;

/** Makes the corrector over the keys of all known words; an exactly known key corrects to nothing. */
export function createCorrector(known: ReadonlySet<string>): Correct {
  const words = [...known].filter((word) => word.length >= SHORTEST_WORD);
  const byPair = new Map<string, number[]>();
  words.forEach((word, place) => {
    for (const pair of pairs(word)) {
      const places = byPair.get(pair);
      if (places === undefined) byPair.set(pair, [place]);
      else places.push(place);
    }
  });
  const cache = new Map<string, ReturnType<Correct>>();
  return (key) => {
    if (key.length < SHORTEST_WORD || known.has(key) || /\d/.test(key)) return [];
    const cached = cache.get(key);
    if (cached !== undefined) return cached;
    const meant = search(key, candidates(key));
    if (cache.size >= CACHE_SIZE) cache.clear();
    cache.set(key, meant);
    return meant;
  };

  function candidates(key: string): string[] {
    const shared = new Map<number, number>();
    for (const pair of pairs(key)) {
      for (const place of byPair.get(pair) ?? []) shared.set(place, (shared.get(place) ?? 0) + 1);
    }
    return [...shared]
      .map(([place, count]) => ({ word: words[place] ?? '', count }))
      .filter(({ word, count }) => count >= 2 && Math.abs(word.length - key.length) <= 3)
      .map(({ word, count }) => ({ word, likeness: (2 * count) / (word.length + key.length + 2) }))
      .sort((a, b) => b.likeness - a.likeness || (a.word < b.word ? -1 : 1))
      .slice(0, MOST_CANDIDATES)
      .map(({ word }) => word);
  }
}

function search(key: string, options: readonly string[]): ReturnType<Correct> {
  if (options.length === 0) return [];
  const fuse = new Fuse(options, {
    includeScore: true,
    threshold: FARTHEST,
    ignoreLocation: false,
    distance: 20,
    ignoreFieldNorm: true,
  });
  return fuse
    .search(key, { limit: MOST_MEANT })
    .map(({ item, score = 1 }) => ({
      key: item,
      // Fuse finds a pattern inside longer text; a word is only meant when the lengths agree too.
      likeness: (1 - score) * (Math.min(item.length, key.length) / Math.max(item.length, key.length)),
    }))
    .filter(({ likeness }) => likeness >= 1 - FARTHEST - 0.06);
}

function pairs(word: string): Set<string> {
  const padded = `_${word}_`;
  return new Set(Array.from({ length: padded.length - 1 }, (_, at) => padded.slice(at, at + 2)));
}
