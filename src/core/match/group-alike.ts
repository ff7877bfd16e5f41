import type { Guidance } from '../model.ts';
import { stripGreetings } from '../question/greetings.ts';
import { splitSentences } from '../question/normalize.ts';
import { createBag } from './bag.ts';
import { createExtractor, maxNgramLength } from './features.ts';
import { createGuidanceLexicon } from './guidance-lexicon.ts';
import { buildIndex, documentVectors, WEIGHT_LEVELS } from './inverted-index.ts';
import { createSimilarity, SIMILARITY_ONE } from './similarity.ts';

/**
 * Two texts are alike from a cosine similarity of 0.4: of 5,000 practice questions it joins 538 with another one, 80 % of them
 * with one of the same entry; 0.35 joins 715, 71 %.
 */
const MIN_SCORE = 0.4 * SIMILARITY_ONE;
const WORD_CACHE_SIZE = 50_000;

/**
 * Groups texts that ask alike, by the similarity that the matcher uses (leader clustering). Returns the indexes of the texts of
 * each group, the most similar to its first text first; a group begins with the first text that no earlier group took. The
 * questions of the guidances tell which words are rare. Throws a `TypeError` when there is no guidance.
 */
export function groupAlike(guidances: readonly Guidance[], texts: readonly string[]): number[][] {
  const { lexicon } = createGuidanceLexicon(guidances);
  const known = guidances.flatMap(({ entries }) =>
    entries.flatMap(({ wording }) => Object.values(wording).map(({ question }) => question)),
  );
  const all = [...texts, ...known];
  const bag = createBag();
  const extract = createExtractor(lexicon, WORD_CACHE_SIZE, maxNgramLength(all.length));
  const index = buildIndex(all.length, bag, (document) => {
    const sentences = stripGreetings(splitSentences(all[document] ?? ''), lexicon);
    const parts = sentences.map(({ tokens }) => ({ tokens, weight: 1 }));
    extract(bag, parts, lexicon.languageOf(sentences.flatMap(({ tokens }) => tokens)), () => []);
  });
  const { offsets, ids, values } = documentVectors(index);
  const compare = createSimilarity(index, texts.length);
  const isTaken = new Uint8Array(texts.length);
  return texts.flatMap((_, leader) => {
    if (isTaken[leader] === 1) return [];
    const [begin, end] = [offsets[leader], offsets[leader + 1]];
    const scores = compare({
      ids: ids.subarray(begin, end),
      values: Float32Array.from(values.subarray(begin, end), (value) => value / WEIGHT_LEVELS),
    });
    const alike: number[] = [];
    for (let at = leader + 1; at < texts.length; at += 1)
      if ((scores[at] ?? 0) >= MIN_SCORE && isTaken[at] === 0) alike.push(at);
    alike.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
    const group = [leader, ...alike];
    for (const at of group) isTaken[at] = 1;
    return [group];
  });
}
