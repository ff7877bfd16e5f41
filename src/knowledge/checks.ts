import { placeholdersIn } from '../core/index.ts';
import type { Language, TextDeclarations, Texts, TextsByLanguage } from '../core/index.ts';
import { explainUnknownId } from './build.ts';
import type { LocatedEntry } from './build.ts';
import { collapse } from './source.ts';
import type { Source } from './source.ts';
import type { Problem } from './problems.ts';
import type { ParsedFile } from './read-yaml.ts';
import type { RawTexts } from './schema.ts';

/**
 * Adds the problems between entries of a guidance: a duplicate id, a phrase of two entries, a related id that does not
 * exist. The last only when `isComplete`, because the id may be in a file that could not be read.
 */
export function checkEntries(
  located: readonly LocatedEntry[],
  isComplete: boolean,
  problems: Problem[],
): void {
  const byId = new Map<string, LocatedEntry>();
  const byPhrase = new Map<string, LocatedEntry>();
  const ids = new Set(located.map(({ entry }) => entry.id));
  for (const current of located) {
    const { entry, file, lineOf } = current;
    const other = byId.get(entry.id);
    if (other === undefined) byId.set(entry.id, current);
    else {
      problems.push({
        file,
        line: lineOf('id') ?? lineOf(),
        entry: entry.id,
        message: `Het id “${entry.id}” bestaat al (${other.file}:${other.lineOf('id') ?? 1}).`,
        advice: 'Geef een van de twee een ander id.',
      });
    }
    entry.related.forEach((id, at) => {
      if (!isComplete || ids.has(id)) return;
      problems.push({ file, line: lineOf('verwant', at), entry: entry.id, ...explainUnknownId(id, ids) });
    });
    for (const [text, line] of phrasesOf(current)) {
      const key = normalize(text);
      const same = byPhrase.get(key);
      if (same === undefined) byPhrase.set(key, current);
      else if (same.entry.id !== entry.id) {
        problems.push({
          file,
          line: line(),
          entry: entry.id,
          message: `“${text}” staat ook bij “${same.entry.id}” (${same.file}).`,
          advice: 'Laat de zin staan bij de vraag waar hij het best past.',
        });
      }
    }
  }
}

type Phrase = readonly [text: string, line: () => number | undefined];

/** Every question and variant of an entry, in all its languages. */
function phrasesOf(located: LocatedEntry): Phrase[] {
  const languages = Object.keys(located.entry.wording) as Language[];
  return languages.flatMap((language) => phrasesIn(located, language));
}

function phrasesIn({ entry: { wording }, lineOf }: LocatedEntry, language: Language): Phrase[] {
  const { question, variants } = wording[language] ?? { question: '', variants: [] };
  const under = language === 'en' && Object.keys(wording).length > 1 ? ['en'] : [];
  return [
    [question, () => lineOf(...under, 'vraag')],
    ...variants.map((text, at): Phrase => [text, () => lineOf(...under, 'varianten', at)]),
  ];
}

/** Equal for phrases that differ only in white space and capitals. */
const normalize = (text: string) => collapse(text).toLowerCase();

const MIN_VARIANTS = 5;
const MAX_ANSWER_WORDS = 60;

/** What an editor should improve in a guidance that the bot can use as it is. `file`: that of the source. */
export function warningsOf(located: readonly LocatedEntry[], source: Source, file: string): Problem[] {
  const warnings: Problem[] = [];
  const quoted = new Set(located.flatMap(({ entry }) => entry.quotes.map((quote) => quote.text)));
  for (const sentence of source.sentences) {
    // Most sentences are quoted whole; comparing all with all takes seconds in a large guidance.
    if (quoted.has(sentence)) continue;
    if (![...quoted].some((quote) => quote.includes(sentence) || sentence.includes(quote))) {
      warnings.push({
        file,
        message: `Geen enkele vraag citeert deze zin: “${sentence}”.`,
        advice: 'Maak er een vraag bij, of voeg hem toe als citaat.',
      });
    }
  }
  for (const current of located) {
    const { entry, lineOf, hasUnusedEnglish } = current;
    const warn = (message: string, advice: string, line = lineOf()) =>
      warnings.push({ file: current.file, line, entry: entry.id, message, advice });
    for (const [language, wording] of Object.entries(entry.wording)) {
      for (const [text, line] of duplicatesIn(phrasesIn(current, language as Language)))
        warn(`“${text}” staat twee keer bij deze vraag.`, 'Haal de regel weg.', line());
      const count = wording.variants.length;
      if (count < MIN_VARIANTS && (language !== 'en' || Object.keys(entry.wording).length === 1)) {
        warn(
          `Er zijn weinig varianten (${count}).`,
          `Bedenk er minstens ${MIN_VARIANTS}, met andere woorden.`,
        );
      }
      const length = wording.answer.split(/\s+/).length;
      if (length > MAX_ANSWER_WORDS) {
        warn(`De uitleg is lang (${length} woorden).`, `Maak er hoogstens ${MAX_ANSWER_WORDS} woorden van.`);
      }
    }
    if (entry.wording.en === undefined) {
      warn('Er is geen Engels deel.', 'Voeg “en:” toe, met vraag, varianten en antwoord.');
    }
    if (hasUnusedEnglish) {
      warn(
        'De bot gebruikt dit deel “en:” niet: de handreiking is al in het Engels.',
        'Zet de zinnen die je wilt houden bij de vraag zelf, en haal “en:” weg.',
        lineOf('en'),
      );
    }
  }
  return warnings;
}

/** The phrases that are in the list more than once; not the first of each. */
function duplicatesIn(phrases: readonly Phrase[]): Phrase[] {
  const seen = new Set<string>();
  return phrases.filter(([text]) => {
    const key = normalize(text);
    return seen.has(key) || !seen.add(key);
  });
}

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
          file,
          line: lineOf([language, key]),
          message: `De bot kent geen zin met de naam “${key}”.`,
          advice: 'Haal de regel weg, of kijk in knowledge/basis/teksten.yaml welke namen er zijn.',
        });
        continue;
      }
      for (const name of placeholdersIn(text).filter((found) => !allowed.includes(found))) {
        const options = allowed.map((option) => `{${option}}`).join(', ');
        problems.push({
          file,
          line: lineOf([language, key]),
          message: `In “${key}” staat {${name}}, maar dat kan de bot hier niet invullen.`,
          advice: allowed.length === 0 ? 'Haal het weg.' : `Hier kun je gebruiken: ${options}.`,
        });
      }
    }
  }
}
