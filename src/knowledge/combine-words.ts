import { mergeWords } from '../core/index.ts';
import type { WordsByLanguage } from '../core/index.ts';
import { wordsSchema } from './words-schema.ts';
import type { RawWords } from './words-schema.ts';

/** The words of `basis/` with those of a guidance on top. */
export function combineWords(base: RawWords, own: RawWords | undefined): WordsByLanguage {
  const empty = wordsSchema.parse({ nl: {} }).nl;
  if (empty === undefined) throw new TypeError('the words schema has no defaults');
  return {
    nl: mergeWords(base.nl ?? empty, own?.nl ?? empty),
    en: mergeWords(base.en ?? empty, own?.en ?? empty),
  };
}
