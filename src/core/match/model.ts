import { createHash } from 'node:crypto';
import type { Entry } from '../model.ts';
import { stripGreetings } from '../question/greetings.ts';
import type { Lexicon } from '../question/lexicon.ts';
import { splitSentences } from '../question/normalize.ts';
import { createBag } from './bag.ts';
import { fitClassifier } from './classifier.ts';
import type { ClassifierWeights } from './classifier.ts';
import { estimateClassifier } from './estimate.ts';
import type { NearClassifier } from './estimate.ts';
import { createVocabularyBuilder } from './explain.ts';
import type { Vocabulary } from './explain.ts';
import { hashWord } from './feature-hash.ts';
import { featureId } from './feature-ids.ts';
import { createExtractor, maxNgramLength } from './features.ts';
import { buildIndex } from './inverted-index.ts';
import type { InvertedIndex } from './inverted-index.ts';
import { pack, unpack } from './model-file.ts';
import type { ModelCache, NamedArrays } from './model-file.ts';
import { createSpelling } from './spelling.ts';
import type { TrainingExample } from './training-set.ts';

/** Everything that is computed from the training set: typed arrays and one list of strings. */
export interface Model {
  /** One document for each training example. */
  readonly index: InvertedIndex;
  /** `undefined` when the training set is too small or too large for a classifier. */
  readonly classifier: ClassifierWeights | undefined;
  readonly vocabulary: Vocabulary;
  /** The class of each document. */
  readonly classOf: Uint32Array<ArrayBuffer>;
  /** How many documents a question is compared with: those after them, in frames, are for the classifier only. */
  readonly comparable: number;
}

/** The labelled questions, and what is needed to extract their features. */
export interface TrainingSet {
  readonly examples: readonly TrainingExample[];
  /** Returns more examples, made from `examples` and `language`. */
  readonly augment: () => readonly TrainingExample[];
  readonly classes: number;
  readonly entries: readonly Entry[];
  readonly lexicon: Lexicon;
  readonly classNames: readonly string[];
  /** The examples of nearly the same training set, to estimate a model from. */
  readonly near:
    (Pick<NearClassifier, 'classNames' | 'examples'> & { readonly bytes: Uint8Array }) | undefined;
  /** What `lexicon` and `augment` were made from, as data for JSON. */
  readonly language: unknown;
}

/** Enough for every word of all but the largest knowledge. */
const WORD_CACHE_SIZE = 50_000;

const NO_EXAMPLE: TrainingExample = { text: '', label: 0, language: undefined };

/**
 * Reads the model from the cache, or fits it and writes it there. The key covers the training set only: a cache that
 * outlives the process must also tell versions of this code apart.
 */
export function loadModel(trainingSet: TrainingSet, cache?: ModelCache): Model {
  if (cache === undefined) return fitModel(trainingSet);
  const key = keyOf(trainingSet);
  const bytes = cache.read(key);
  const arrays = bytes && unpack(bytes);
  if (arrays !== undefined) return fromArrays(arrays);
  const before = trainingSet.near && unpack(trainingSet.near.bytes);
  if (before !== undefined) return fitModel(trainingSet, fromArrays(before));
  const model = fitModel(trainingSet);
  cache.write(key, pack(toArrays(model)));
  return model;
}

/** `before`: the model of `near`, for an estimate. */
function fitModel(set: TrainingSet, before?: Model): Model {
  const { examples: written, augment, classes, classNames, entries, lexicon, near } = set;
  const examples = [...written, ...augment()];
  const classOf = Uint32Array.from(examples, ({ label }) => label);
  const texts = examples.map(({ text }) => text);
  const bag = createBag();
  const extract = createExtractor(lexicon, WORD_CACHE_SIZE, maxNgramLength(examples.length));
  const vocabulary = createVocabularyBuilder(classes);
  const index = buildIndex(examples.length, bag, (document) => {
    const { text, label, language, isFramed } = examples[document] ?? NO_EXAMPLE;
    const all = splitSentences(text);
    const sentences = entries[label]?.kind === 'social' ? all : stripGreetings(all, lexicon);
    const words = extract(
      bag,
      sentences.map(({ tokens }) => ({ tokens, weight: 1 })),
      language ?? lexicon.languageOf(sentences.flatMap(({ tokens }) => tokens)),
      () => [],
    );
    vocabulary.add(words, isFramed === true ? undefined : label);
  });
  const built = vocabulary.build();
  const comparable = examples.filter(({ isFramed }) => isFramed !== true).length;
  return {
    index,
    classifier:
      before?.classifier === undefined || near === undefined
        ? fitClassifier(index, texts, classOf, classes)
        : estimateClassifier(
            { index, texts, classOf, classNames, comparable, written: written.length },
            { ...near, index: before.index, classifier: before.classifier },
          ),
    vocabulary: { ...built, keys: withoutMisspellings(built, index) },
    classOf,
    comparable,
  };
}

/** A key in no more examples than this may be a misspelling of one in at least `MIN_RATIO` times as many. */
const MAX_RARE = 5;
const MIN_RATIO = 8;
const MIN_MISSPELLING_LENGTH = 6;

/**
 * Returns the keys of the vocabulary without rare ones that are one edit away from a frequent one: a misspelling in one
 * practice question ("netwrken") stays a misspelling. Forms of a word ("netwerk", "netwerkt") share their first letters.
 */
function withoutMisspellings({ keys, strings }: Vocabulary, index: InvertedIndex): Uint32Array {
  const frequency = (key: string) => {
    const id = featureId(index, hashWord(key));
    return id < 0 ? 0 : index.offsets[id + 1]! - index.offsets[id]!;
  };
  const frequent = createSpelling(
    Array.from(keys, (key) => strings[key] ?? '').filter((key) => frequency(key) >= MIN_RATIO),
  );
  return keys.filter((at) => {
    const key = strings[at] ?? '';
    if (key.length < MIN_MISSPELLING_LENGTH || frequency(key) > MAX_RARE) return true;
    const word = frequent.withinOneEdit(key);
    if (word === undefined || key.startsWith(word) || word.startsWith(key)) return true;
    return frequency(word) < MIN_RATIO * frequency(key);
  });
}

/** SHA-256 in hexadecimal over everything that `fitModel` reads. */
function keyOf({ examples, entries, language }: TrainingSet): string {
  const kinds = entries.map(({ kind }) => kind);
  const labels = examples.map(({ label, language }) => `${label}${language ?? ''}`);
  return createHash('sha256')
    .update(JSON.stringify([kinds, language, labels]))
    .update(examples.map(({ text }) => text).join('\0'))
    .digest('hex');
}

const STRING_END = '\n';

function toArrays({ index, classifier, vocabulary, classOf, comparable }: Model): NamedArrays {
  const { documentCount, ...indexArrays } = index;
  const { strings, ...vocabularyArrays } = vocabulary;
  return {
    documentCount: Uint32Array.of(documentCount),
    comparable: Uint32Array.of(comparable),
    classOf,
    ...prefixed('index.', indexArrays),
    ...prefixed('classifier.', classifier ?? {}),
    ...prefixed('vocabulary.', vocabularyArrays),
    strings: new TextEncoder().encode(strings.join(STRING_END)),
  };
}

function fromArrays(arrays: NamedArrays): Model {
  const { documentCount, comparable, classOf, strings } = arrays;
  return {
    comparable: comparable?.[0] ?? 0,
    classOf: classOf as Uint32Array<ArrayBuffer>,
    index: {
      ...(withPrefix('index.', arrays) as unknown as Omit<InvertedIndex, 'documentCount'>),
      documentCount: documentCount?.[0] ?? 0,
    },
    classifier:
      'classifier.bias' in arrays
        ? (withPrefix('classifier.', arrays) as unknown as ClassifierWeights)
        : undefined,
    vocabulary: {
      ...(withPrefix('vocabulary.', arrays) as unknown as Omit<Vocabulary, 'strings'>),
      strings: new TextDecoder().decode(strings).split(STRING_END),
    },
  };
}

function prefixed(prefix: string, arrays: object): NamedArrays {
  return Object.fromEntries(
    Object.entries(arrays as NamedArrays).map(([name, array]) => [prefix + name, array]),
  );
}

function withPrefix(prefix: string, arrays: NamedArrays): NamedArrays {
  const own = Object.entries(arrays).filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(own.map(([name, array]) => [name.slice(prefix.length), array]));
}
