import { clean, parseTemplate, TemplateError, tokenize } from '../core/index.ts';
import type { Guidance, Knowledge, Phrasings } from '../core/index.ts';
import type { Problem } from './problems.ts';
import type { ParsedFile } from './read-yaml.ts';
import type { RawPhrasings } from './phrasings-schema.ts';

/**
 * Returns the sentence templates of each language, with the kind words in the titles of `guidances` (“beleid”) beside the
 * one that the editor wrote; adds those that cannot be parsed to `problems`.
 */
export function buildPhrasings(
  { file, data, lineOf }: ParsedFile<RawPhrasings>,
  guidances: readonly Pick<Guidance, 'title'>[],
  problems: Problem[],
): NonNullable<Knowledge['phrasings']> {
  const titles = guidances.map(({ title }) => title);
  for (const language of ['nl', 'en'] as const) {
    const phrasings = data[language];
    if (phrasings === undefined) continue;
    const { onderdelen, vervolg, ja_nee } = phrasings;
    const { kaders, zonder_onderwerp, afsluiting, opsomming, vraagzin, concept, al_geplaatst } = phrasings;
    const located = [
      ...Object.entries(onderdelen).map(([name, text]) => [text, ['onderdelen', name]] as const),
      ...Object.entries({
        kaders,
        zonder_onderwerp,
        afsluiting,
        opsomming,
        vraagzin,
        concept,
        al_geplaatst,
      }).flatMap(([key, texts]) => texts.map((text, index) => [text, [key, index]] as const)),
      ...Object.entries(vervolg).flatMap(([key, texts]) =>
        texts.map((text, index) => [text, ['vervolg', key, index]] as const),
      ),
      ...Object.entries(ja_nee.vragen).flatMap(([kind, texts]) =>
        texts.map((text, index) => [text, ['ja_nee', 'vragen', kind, index]] as const),
      ),
      ...ja_nee.omkeren.map((text, index) => [text, ['ja_nee', 'omkeren', index]] as const),
    ];
    for (const [text, path] of located) {
      const problem = problemWith(text, onderdelen);
      if (problem === undefined) continue;
      problems.push({
        kind: 'vorm',
        file,
        line: lineOf([language, ...path]),
        message: `De vorm “${text}” klopt niet: ${problem}.`,
        advice: 'Kijk boven in dit bestand hoe je een vorm schrijft.',
      });
    }
  }
  return {
    ...(data.nl !== undefined && { nl: withKindWords(data.nl, titles) }),
    ...(data.en !== undefined && { en: withKindWords(data.en, titles) }),
  };
}

/** A kind word may end a longer word (“reisbeleid”). With no other kind word than the one in the templates, those stay. */
function withKindWords(
  { soortnamen, ...phrasings }: NonNullable<RawPhrasings['nl']>,
  titles: readonly string[],
): Phrasings {
  const [written] = soortnamen;
  const kinds = titles
    .flatMap((title) => tokenize(clean(title)))
    .flatMap((word) => {
      const kind = soortnamen.find((name) => word.endsWith(name));
      return kind === undefined ? [] : [kind, word];
    });
  const others = [...new Set(kinds)].filter((kind) => kind !== written);
  if (written === undefined || others.length === 0) return phrasings;
  const alternatives = `(${[written, ...others].join('|')})`;
  const word = new RegExp(`(?<![\\p{L}\\p{N}<])${written}(?![\\p{L}\\p{N}>])`, 'gu');
  const named = (template: string) => template.replace(word, alternatives);
  const { onderdelen, vervolg } = phrasings;
  return {
    ...phrasings,
    onderdelen: Object.fromEntries(Object.entries(onderdelen).map(([name, text]) => [name, named(text)])),
    kaders: phrasings.kaders.map(named),
    vervolg: Object.fromEntries(Object.entries(vervolg).map(([kind, texts]) => [kind, texts.map(named)])),
    zonder_onderwerp: phrasings.zonder_onderwerp.map(named),
  };
}

function problemWith(text: string, rules: Readonly<Record<string, string>>): string | undefined {
  try {
    parseTemplate(text, rules);
    return undefined;
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    return error.message;
  }
}
