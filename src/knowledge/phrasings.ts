import { parseTemplate, TemplateError } from '../core/index.ts';
import type { Knowledge } from '../core/index.ts';
import type { Problem } from './problems.ts';
import type { ParsedFile } from './read-yaml.ts';
import type { RawPhrasings } from './phrasings-schema.ts';

/** Returns the sentence templates of each language; adds those that cannot be parsed to `problems`. */
export function buildPhrasings(
  { file, data, lineOf }: ParsedFile<RawPhrasings>,
  problems: Problem[],
): NonNullable<Knowledge['phrasings']> {
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
    ...(data.nl !== undefined && { nl: data.nl }),
    ...(data.en !== undefined && { en: data.en }),
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
