import type { Guidance, Language, TextDeclarations, Texts, TextsByLanguage } from '../core/index.ts';
import { FACTS, factsOf, requiredPlaceholders } from '../core/index.ts';
import type { LocatedEntry } from './build.ts';
import { explainBraces } from './check-placeholders.ts';
import { textsOf } from './entry-texts.ts';
import type { Problem } from './problems.ts';
import type { ParsedFile } from './read-yaml.ts';
import type { RawTexts } from './schema.ts';

/** Adds the problems of the shared texts: unknown keys and placeholders, missing keys. */
export function checkSharedTexts(
  base: ParsedFile<RawTexts>,
  declared: TextDeclarations,
  problems: Problem[],
): void {
  checkTexts(base, declared, problems);
  for (const language of ['nl', 'en'] as const) {
    const texts = base.data[language] ?? {};
    for (const key of Object.keys(declared).filter((name) => !Object.hasOwn(texts, name))) {
      problems.push({
        kind: 'onbekende-zin',
        file: base.file,
        message: `De zin “${key}” ontbreekt (${language}).`,
        advice: `Voeg onder “${language}” een regel toe die met “${key}:” begint.`,
      });
    }
  }
}

/** Merges the texts of a guidance into the shared ones, and adds the problems of its texts. */
export function combineTexts(
  base: RawTexts,
  own: ParsedFile<RawTexts> | undefined,
  declared: TextDeclarations,
  problems: Problem[],
): TextsByLanguage {
  if (own !== undefined) checkTexts(own, declared, problems);
  const combine = (language: Language) => ({ ...base[language], ...own?.data[language] }) as Texts;
  return { nl: combine('nl'), en: combine('en') };
}

function checkTexts(
  { file, data, lineOf }: ParsedFile<RawTexts>,
  declared: TextDeclarations,
  problems: Problem[],
): void {
  for (const language of ['nl', 'en'] as const) {
    for (const [key, text] of Object.entries(data[language] ?? {})) {
      const allowed = Object.hasOwn(declared, key) ? declared[key] : undefined;
      if (allowed === undefined) {
        problems.push({
          kind: 'onbekende-zin',
          file,
          line: lineOf([language, key]),
          message: `De bot kent geen zin met de naam “${key}”.`,
          advice: 'Haal de regel weg, of kijk in knowledge/basis/teksten.yaml welke namen er zijn.',
        });
        continue;
      }
      for (const found of explainBraces(text, allowed))
        problems.push({ file, line: lineOf([language, key]), ...found });
    }
  }
}

/** The facts that a guidance may leave out and that sentences hold all the same; without others the bot leaves out the sentence. */
const OPTIONAL_FACTS = ['editie', 'datum', 'eigenaar'] as const;

/** The sentences, answers and pointers in which nothing would stand in the place of a fact that the guidance does not have. */
export function checkGaps(
  base: ParsedFile<RawTexts> | undefined,
  own: ParsedFile<RawTexts> | undefined,
  located: readonly LocatedEntry[],
  guidance: Guidance,
): Problem[] {
  const lacks = (name: string, language: Language) =>
    FACTS.some((fact) => fact === name && (factsOf({ guidance, language })[fact] ?? '') === '');
  return [
    ...gapsInSentences(
      base,
      own,
      OPTIONAL_FACTS.filter((name) => lacks(name, guidance.language)),
    ),
    ...located.flatMap((current) =>
      textsOf(current).flatMap(({ role, language, text, line }) => {
        const isFilled = current.entry.kind !== 'checklist' && (role === 'answer' || role === 'pointer');
        const names = requiredPlaceholders(text).filter((name) => isFilled && lacks(name, language));
        return names.map((name): Problem => ({
          kind: 'gat-in-zin',
          file: current.file,
          line: line(),
          entry: current.entry.id,
          message: `In deze tekst blijft {${name}} leeg, want dat staat niet in handreiking.yaml.`,
          advice: gapAdvice(name, language === guidance.language ? '' : '_en'),
        }));
      }),
    ),
  ];
}

/** The key of `handreiking.yaml` that a fact comes from, where it is not the name of the fact. */
const KEY_OF: Readonly<Record<string, string>> = { datum: 'editie' };
/** Facts with a key of their own for English. */
const TRANSLATED = ['contact', 'voorbeeld', 'voorbeeld_stil'];

function gapAdvice(name: string, suffix = ''): string {
  const key = TRANSLATED.includes(name) ? `${name}${suffix}` : (KEY_OF[name] ?? name);
  return `Zet het stuk met {${name}} tussen [ en ]: dan valt het weg. Of vul “${key}” in.`;
}

function gapsInSentences(
  base: ParsedFile<RawTexts> | undefined,
  own: ParsedFile<RawTexts> | undefined,
  missing: readonly string[],
): Problem[] {
  return [base, own].flatMap((file) =>
    Object.entries(file?.data ?? {}).flatMap(([language, texts]) =>
      Object.entries(texts ?? {}).flatMap(([key, text]): Problem[] => {
        const isReplaced = file !== own && Object.hasOwn(own?.data[language as Language] ?? {}, key);
        const names = requiredPlaceholders(text).filter((name) => missing.includes(name));
        if (file === undefined || isReplaced) return [];
        return names.map((name) => ({
          kind: 'gat-in-zin',
          file: file.file,
          line: file.lineOf([language, key]),
          message: `In “${key}” blijft {${name}} leeg, want dat staat niet in handreiking.yaml.`,
          advice: gapAdvice(name),
        }));
      }),
    ),
  );
}
