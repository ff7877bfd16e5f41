import { clean, MAX_PHRASE_LENGTH, tokenize } from '../../core/index.ts';
import type { Problem } from '../problems.ts';
import type { ParsedFile } from '../read-yaml.ts';
import type { RawWords } from '../words-schema.ts';

type Place = readonly [path: readonly PropertyKey[], message: string, advice: string];

const wordsIn = (text: string) => tokenize(clean(text)).length;
const WITHOUT_WORDS = 'Haal de regel weg.';

/** The lines of woorden.yaml that the bot accepts and does not use. */
export function checkWords({ file, data, lineOf }: ParsedFile<RawWords>): Problem[] {
  return (['nl', 'en'] as const).flatMap((language) => {
    const words = data[language];
    if (words === undefined) return [];
    const places = [
      ...synonyms(words.synoniemen),
      ...abbreviations(words.afkortingen),
      ...spelling(words.spelling),
      ...names(words.namen),
    ];
    return places.map(([path, message, advice]): Problem => ({
      kind: 'woord-zonder-werking',
      file,
      line: lineOf([language, ...path]),
      message,
      advice,
    }));
  });
}

type Words = NonNullable<RawWords['nl']>;

function synonyms(groups: Words['synoniemen']): Place[] {
  return groups.flatMap((group, index) => {
    const [texts, under] = 'woorden' in group ? [group.woorden, ['woorden']] : [group, []];
    const path = ['synoniemen', index, ...under];
    const odd = texts.flatMap((text, at): Place[] => {
      const count = wordsIn(text);
      if (count > MAX_PHRASE_LENGTH) {
        const advice = `Maak er hoogstens ${MAX_PHRASE_LENGTH} woorden van.`;
        return [
          [[...path, at], `“${text}” heeft ${count} woorden: zo lang mag een synoniem niet zijn.`, advice],
        ];
      }
      return count > 0 ? [] : [[[...path, at], `In “${text}” staat geen woord.`, WITHOUT_WORDS]];
    });
    if (texts.length > 1) return odd;
    return [
      ...odd,
      [path, 'Deze groep heeft geen twee woorden.', 'Zet er een woord bij dat hetzelfde betekent.'] as const,
    ];
  });
}

function abbreviations(abbreviated: Words['afkortingen']): Place[] {
  return Object.entries(abbreviated).flatMap(([short, long]): Place[] => {
    const path = ['afkortingen', short];
    if (wordsIn(long) === 0) return [[path, `Achter “${short}” staat geen woord.`, WITHOUT_WORDS]];
    if (wordsIn(short) === 1) return [];
    const joined = tokenize(clean(short)).join('');
    const message = `De bot leest “${short}” niet als één woord, dus doet deze regel niets.`;
    return [
      [
        path,
        message,
        joined === '' ? WITHOUT_WORDS : `Schrijf “${joined}”, zonder punten, streepjes of spaties.`,
      ],
    ];
  });
}

function spelling(rules: Words['spelling']): Place[] {
  return rules.flatMap(([from], at): Place[] => {
    const isRule = /^\^?[^^$]*\p{L}[^^$]*\$?$/u.test(from) && from === from.toLowerCase();
    const advice = 'Gebruik kleine letters, met ^ alleen aan het begin en $ alleen aan het eind.';
    return isRule ? [] : [[['spelling', at], `“${from}” komt in geen enkel woord voor.`, advice]];
  });
}

/** Names are looked up one word at a time. */
function names(classes: Words['namen']): Place[] {
  return Object.entries(classes).flatMap(([name, members]) =>
    members.flatMap((text, at): Place[] => {
      const count = wordsIn(text);
      const path = ['namen', name, at];
      if (count === 1) return [];
      if (count === 0) return [[path, `In “${text}” staat geen woord.`, WITHOUT_WORDS]];
      const joined = tokenize(clean(text)).join('');
      const message = `“${text}” heeft ${count} woorden, en de bot zoekt namen woord voor woord.`;
      return [[path, message, `Schrijf “${joined}” als mensen dat typen, of haal de naam weg.`]];
    }),
  );
}
