import type { PlacedEntry } from './build.ts';
import { unknownId } from './build.ts';
import type { TextKey, Texts, TextsByLanguage } from '../core/index.ts';
import { placeholdersIn, TEXT_KEYS, TEXT_PLACEHOLDERS } from '../core/index.ts';
import { collapse } from './source.ts';
import type { Source } from './source.ts';
import type { Problem } from './problems.ts';
import type { ReadFile } from './read-yaml.ts';
import type { RawTexts } from './schema.ts';
import type { Language } from '../core/index.ts';

/**
 * Faults between entries: an id twice, a variant that stands in two entries, a related id that does not exist. The
 * last is not told when the entries are not `complete`: it would be an echo of the fault in the file that is missing.
 */
export function checkEntries(placed: readonly PlacedEntry[], complete: boolean, problems: Problem[]): void {
  const first = new Map<string, PlacedEntry>();
  const variants = new Map<string, PlacedEntry>();
  const ids = new Set(placed.map(({ entry }) => entry.id));
  for (const here of placed) {
    const { entry, file, lineOf } = here;
    const other = first.get(entry.id);
    if (other === undefined) first.set(entry.id, here);
    else {
      problems.push({
        file,
        line: lineOf('id') ?? lineOf(),
        entry: entry.id,
        message: `Het id “${entry.id}” bestaat al (${other.file}:${other.lineOf('id') ?? 1}).`,
        advice: 'Geef een van de twee een ander id.',
      });
    }
    entry.related.forEach((id, place) => {
      if (!complete || ids.has(id)) return;
      problems.push({ file, line: lineOf('verwant', place), entry: entry.id, ...unknownId(id, ids) });
    });
    for (const [text, line] of phrasesOf(here)) {
      const key = keyOf(text);
      const same = variants.get(key);
      if (same === undefined) variants.set(key, here);
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

/** Every question and variant of an entry, with a way to find its line. */
function phrasesOf(placed: PlacedEntry): Phrase[] {
  return (Object.keys(placed.entry.wording) as Language[]).flatMap((language) => phrasesIn(placed, language));
}

function phrasesIn({ entry: { wording }, lineOf }: PlacedEntry, language: Language): Phrase[] {
  const { question, variants } = wording[language] ?? { question: '', variants: [] };
  const under = language === 'en' && Object.keys(wording).length > 1 ? ['en'] : [];
  return [
    [question, () => lineOf(...under, 'vraag')],
    ...variants.map((text, place): Phrase => [text, () => lineOf(...under, 'varianten', place)]),
  ];
}

/** What is the same to a reader, for looking up what stands twice. */
const keyOf = (text: string) => collapse(text).toLowerCase();

const FEWEST_VARIANTS = 5;
const MOST_WORDS = 60;

/** What is only unwise; the bot works with it. */
export function adviseOn(placed: readonly PlacedEntry[], source: Source, file: string): Problem[] {
  const warnings: Problem[] = [];
  const quoted = new Set(placed.flatMap(({ entry }) => entry.quotes.map((quote) => quote.text)));
  for (const sentence of source.sentences) {
    // Mostly it is quoted as it is; comparing all with all takes seconds in a large guidance.
    if (quoted.has(sentence)) continue;
    if (![...quoted].some((quote) => quote.includes(sentence) || sentence.includes(quote))) {
      warnings.push({
        file,
        message: `Geen enkele vraag citeert deze zin: “${sentence}”.`,
        advice: 'Maak er een vraag bij, of voeg hem toe als citaat.',
      });
    }
  }
  for (const here of placed) {
    const { entry, file: where, lineOf, hasUnusedEnglish } = here;
    const warn = (message: string, advice: string, line = lineOf()) =>
      warnings.push({ file: where, line, entry: entry.id, message, advice });
    for (const [language, wording] of Object.entries(entry.wording)) {
      for (const [text, line] of twiceIn(phrasesIn(here, language as Language)))
        warn(`“${text}” staat twee keer bij deze vraag.`, 'Haal de regel weg.', line());
      const count = wording.variants.length;
      if (count < FEWEST_VARIANTS && (language !== 'en' || Object.keys(entry.wording).length === 1)) {
        warn(
          `Er zijn weinig varianten (${count}).`,
          `Bedenk er minstens ${FEWEST_VARIANTS}, met andere woorden.`,
        );
      }
      const length = wording.answer.split(/\s+/).length;
      if (length > MOST_WORDS) {
        warn(`De uitleg is lang (${length} woorden).`, `Maak er hoogstens ${MOST_WORDS} woorden van.`);
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

/** The phrases that stand before in the same list. */
function twiceIn(phrases: readonly Phrase[]): Phrase[] {
  const seen = new Set<string>();
  return phrases.filter(([text]) => {
    const key = keyOf(text);
    return seen.has(key) || !seen.add(key);
  });
}

/** Tells the faults of the shared sentences: unknown names and placeholders, missing sentences. */
export function checkSharedTexts(base: ReadFile<RawTexts>, problems: Problem[]): void {
  checkTexts(base, problems);
  for (const language of ['nl', 'en'] as const) {
    const texts = base.data[language] ?? {};
    for (const key of TEXT_KEYS.filter((name) => !Object.hasOwn(texts, name))) {
      problems.push({
        file: base.file,
        message: `De zin “${key}” ontbreekt (${language}).`,
        advice: `Voeg onder “${language}” een regel toe die met “${key}:” begint.`,
      });
    }
  }
}

/** Puts a guidance's own sentences over the shared ones, which are complete. */
export function combineTexts(
  base: RawTexts,
  own: ReadFile<RawTexts> | undefined,
  problems: Problem[],
): TextsByLanguage {
  if (own !== undefined) checkTexts(own, problems);
  const combine = (language: Language) => ({ ...base[language], ...own?.data[language] }) as Texts;
  return { nl: combine('nl'), en: combine('en') };
}

function checkTexts({ file, data, lineOf }: ReadFile<RawTexts>, problems: Problem[]): void {
  for (const language of ['nl', 'en'] as const) {
    for (const [key, text] of Object.entries(data[language] ?? {})) {
      if (!Object.hasOwn(TEXT_PLACEHOLDERS, key)) {
        problems.push({
          file,
          line: lineOf([language, key]),
          message: `De bot kent geen zin met de naam “${key}”.`,
          advice: 'Haal de regel weg, of kijk in knowledge/basis/teksten.yaml welke namen er zijn.',
        });
        continue;
      }
      const allowed: readonly string[] = TEXT_PLACEHOLDERS[key as TextKey];
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
