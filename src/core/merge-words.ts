import type { LanguageWords } from './model.ts';

/** Merges the word lists of two files in one language: lists are concatenated; of equal abbreviations `own` wins. */
export function mergeWords(base: LanguageWords, own: LanguageWords): LanguageWords {
  return {
    negeren: [...base.negeren, ...own.negeren],
    herkennen: [...base.herkennen, ...own.herkennen],
    begroeting: [...base.begroeting, ...own.begroeting],
    verzoek: [...base.verzoek, ...own.verzoek],
    aansluiten: [...base.aansluiten, ...own.aansluiten],
    afkortingen: { ...base.afkortingen, ...own.afkortingen },
    spelling: [...base.spelling, ...own.spelling],
    opdrachten: mergeLists(base.opdrachten, own.opdrachten),
    namen: mergeLists(base.namen, own.namen),
    synoniemen: [...base.synoniemen, ...own.synoniemen],
  };
}

type Lists = Readonly<Record<string, readonly string[]>>;

function mergeLists(base: Lists, own: Lists): Lists {
  const merged: Record<string, readonly string[]> = { ...base };
  for (const [name, words] of Object.entries(own)) merged[name] = [...(merged[name] ?? []), ...words];
  return merged;
}
