import { createHash } from 'node:crypto';
import type { Entry, WordsByLanguage } from '../model.ts';
import { sentences } from '../question/normalize.ts';
import { createBag } from './bag.ts';
import { findWeights } from './classifier.ts';
import type { Weights } from './classifier.ts';
import { createCollector } from './explain.ts';
import type { Spoken } from './explain.ts';
import { createExtract, longestGroup } from './features.ts';
import { withoutGreetings } from '../question/greetings.ts';
import { createIndex } from './inverted-index.ts';
import type { Index } from './inverted-index.ts';
import type { Known } from './training-set.ts';
import type { Lexicon } from '../question/lexicon.ts';
import { pack, unpack } from './model-file.ts';
import type { Flat, ModelCache } from './model-file.ts';

/** All that is computed from the known questions before the first is asked; only flat arrays and words. */
export interface Prepared {
  readonly index: Index;
  /** Absent when there is too little or too much to learn from. */
  readonly weights: Weights | undefined;
  readonly spoken: Spoken;
}

/** What the matcher learns from. */
export interface Lessons {
  readonly known: readonly Known[];
  readonly classOf: ArrayLike<number>;
  readonly classes: number;
  readonly entries: readonly Entry[];
  readonly words: WordsByLanguage;
  readonly lexicon: Lexicon;
}

/** Raise this when what is computed from the same content changes: a snapshot of before is then not used. */
const VERSION = 5;
/** Different words that are remembered while the questions are counted: all, but for the largest knowledge. */
const REMEMBERED = 50_000;

const NOTHING: Known = { text: '', entry: -1, language: undefined };

/** Computes what the matcher needs, or takes it from the cache. */
export function prepare(lessons: Lessons, cache?: ModelCache): Prepared {
  if (cache === undefined) return compute(lessons);
  const key = keyOf(lessons);
  const kept = cache.read(key);
  const flat = kept && unpack(kept);
  if (flat !== undefined) return fromFlat(flat);
  const prepared = compute(lessons);
  cache.write(key, pack(toFlat(prepared)));
  return prepared;
}

function compute({ known, classOf, classes, entries, lexicon }: Lessons): Prepared {
  const bag = createBag();
  const extract = createExtract(lexicon, REMEMBERED, longestGroup(known.length));
  const collector = createCollector(classes);
  const index = createIndex(known.length, bag, (document) => {
    const { text, language, entry } = known[document] ?? NOTHING;
    const all = sentences(text);
    const parts = entries[entry]?.kind === 'social' ? all : withoutGreetings(all, lexicon);
    const spoken = language ?? lexicon.languageOf(parts.flatMap(({ tokens }) => tokens));
    const weighed = parts.map(({ tokens }) => ({ tokens, weight: 1 }));
    collector.add(
      extract(bag, weighed, spoken, () => []),
      classOf[document] ?? 0,
    );
  });
  return { index, weights: findWeights(index, classOf, classes), spoken: collector.finish() };
}

/** A fingerprint of everything that `compute` looks at. */
function keyOf({ known, entries, words, lexicon }: Lessons): string {
  const kinds = entries.map(({ kind }) => kind);
  const places = known.map(({ entry, language }) => `${entry}${language ?? ''}`);
  return createHash('sha256')
    .update(JSON.stringify([VERSION, kinds, words, lexicon.languages, places]))
    .update(known.map(({ text }) => text).join('\0'))
    .digest('hex');
}

const WORD_END = '\n';

function toFlat({ index, weights, spoken }: Prepared): Flat {
  const { size, ...arrays } = index;
  const { strings, ...told } = spoken;
  return {
    size: Uint32Array.of(size),
    ...prefixed('index.', arrays),
    ...prefixed('weights.', weights ?? {}),
    ...prefixed('spoken.', told),
    strings: new TextEncoder().encode(strings.join(WORD_END)),
  };
}

function fromFlat(flat: Flat): Prepared {
  const { size, strings } = flat;
  return {
    index: { size: size?.[0] ?? 0, ...(under('index.', flat) as unknown as Omit<Index, 'size'>) },
    weights: 'weights.bias' in flat ? (under('weights.', flat) as unknown as Weights) : undefined,
    spoken: {
      ...(under('spoken.', flat) as unknown as Omit<Spoken, 'strings'>),
      strings: new TextDecoder().decode(strings).split(WORD_END),
    },
  };
}

function prefixed(prefix: string, flat: object): Flat {
  return Object.fromEntries(Object.entries(flat as Flat).map(([name, array]) => [prefix + name, array]));
}

function under(prefix: string, flat: Flat): Flat {
  const own = Object.entries(flat).filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(own.map(([name, array]) => [name.slice(prefix.length), array]));
}
