import type { Entry, Guidance, WordsByLanguage } from '../model.ts';
import type { Lexicon } from '../question/lexicon.ts';
import { tokensOf } from '../question/normalize.ts';
import type { Language } from '../types.ts';
import { augment } from './augmentation.ts';
import type { PhrasingsByLanguage } from './augmentation.ts';
import { createGuidanceLexicon } from './guidance-lexicon.ts';
import type { ModelCache } from './model-file.ts';
import { loadModel } from './model.ts';
import type { Model } from './model.ts';
import { classesOf, classNamesOf, nearSet, trainingExamples } from './training-set.ts';
import type { TrainingExample } from './training-set.ts';

/** A model, with what it was trained on. */
export interface TrainedModel {
  readonly model: Model;
  /** The entries of all guidances. */
  readonly entries: readonly Entry[];
  readonly examples: readonly TrainingExample[];
  readonly lexicon: Lexicon;
  /** See `createGuidanceLexicon`. */
  readonly languages: readonly Language[];
  readonly words: WordsByLanguage;
}

/**
 * Loads the model of all guidances from the cache, or fits it and writes it there. Deterministic. Throws a `TypeError` when
 * there is no guidance.
 */
export function trainModel(
  guidances: readonly Guidance[],
  cache?: ModelCache,
  phrasings: PhrasingsByLanguage = {},
): TrainedModel {
  const entries = guidances.flatMap((guidance) => guidance.entries);
  const { lexicon, languages, words } = createGuidanceLexicon(guidances);
  const examples = trainingExamples(guidances, entries);
  const model = loadModel(
    {
      examples,
      augment: () => augment(examples, entries, phrasings, (text) => lexicon.languageOf(tokensOf(text))),
      classes: classesOf(entries.length).count,
      classNames: classNamesOf(entries),
      near: cache?.near && nearSet(cache.near),
      entries,
      lexicon,
      language: [words, languages, phrasings],
    },
    cache,
  );
  return { model, entries, examples, lexicon, languages, words };
}
