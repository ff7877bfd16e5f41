import { nearestName } from '../core/index.ts';
import type { Language } from '../core/index.ts';
import type { Checklist, Entry, PracticeQuestion, Quote, Wording } from '../core/index.ts';
import type { Problem } from './problems.ts';
import type { ReadFile } from './read-yaml.ts';
import type { RawChecklist, RawEntry, RawPractice } from './schema.ts';
import { cutsWord, findQuote, nearestSentence } from './source.ts';
import type { Source } from './source.ts';

/** The id that the self-check has in buttons and practice questions. */
export const CHECKLIST_ID = 'zelfcheck';
/** Practice questions under this id are about none of the entries. */
export const NO_ENTRY = 'geen';

const KINDS = { antwoord: 'answer', 'niet-behandeld': 'silent', gesprek: 'social' } as const;

/** An entry and where its editor can find it. */
export interface PlacedEntry {
  readonly entry: Entry;
  readonly file: string;
  readonly lineOf: (...keys: PropertyKey[]) => number | undefined;
  /** It has a part `en`, and its own words are English already. */
  readonly hasUnusedEnglish: boolean;
}

type Tell = (problem: Omit<Problem, 'file'>) => void;

/** Makes the entries of one checked file; adds the faults that a schema cannot see. */
export function buildEntries(
  read: ReadFile<RawEntry[]>,
  language: Language,
  source: Source,
  problems: Problem[],
): PlacedEntry[] {
  return read.data.map((raw, index) => {
    const lineOf = (...keys: PropertyKey[]) => read.lineOf([index, ...keys]);
    const tell: Tell = (problem) => problems.push({ file: read.file, entry: raw.id, ...problem });
    const quotes = checkQuotes(raw.citaten, source, (place) => lineOf('citaten', place), tell);
    if (raw.id === NO_ENTRY) {
      tell({
        line: lineOf(),
        message: `Het id “${NO_ENTRY}” heeft al een betekenis bij praktijkvragen.`,
        advice: 'Kies een ander id.',
      });
    }
    if (raw.soort === 'antwoord' && raw.citaten.length === 0) {
      tell({
        line: lineOf(),
        message: '“citaten” ontbreekt.',
        advice:
          'Zet er een letterlijk citaat uit bron.txt bij. Zegt de handreiking er niets over? Zet dan “soort: niet-behandeld”.',
      });
    }
    const entry = makeEntry(raw, language, quotes);
    return { entry, file: read.file, lineOf, hasUnusedEnglish: isUnused(raw.en, language) };
  });
}

/** English beside a guidance that is English itself. */
function isUnused(english: object | undefined, language: Language): boolean {
  return english !== undefined && language === 'en';
}

function makeEntry(raw: RawEntry, language: Language, quotes: Quote[]): Entry {
  const wording: Partial<Record<Language, Wording>> = { [language]: makeWording(raw) };
  if (raw.en !== undefined && language !== 'en') wording.en = makeWording(raw.en);
  return {
    id: raw.id,
    kind: KINDS[raw.soort],
    ...(raw.soort !== 'gesprek' && raw.onderwerp !== undefined && { topic: raw.onderwerp }),
    quotes,
    related: raw.verwant,
    wording,
  };
}

interface RawWording {
  readonly vraag: string;
  readonly varianten: readonly string[];
  readonly antwoord: string;
  readonly elders?: string | undefined;
}

function makeWording(raw: RawWording): Wording {
  return {
    question: raw.vraag,
    variants: raw.varianten,
    answer: raw.antwoord,
    ...(raw.elders !== undefined && { pointer: raw.elders }),
  };
}

/** Makes the self-check's entry. Its questions and advice must stand in the source, word for word. */
export function buildChecklist(
  read: ReadFile<RawChecklist>,
  language: Language,
  source: Source,
  problems: Problem[],
): PlacedEntry {
  const { data: raw } = read;
  const lineOf = (...keys: PropertyKey[]) => read.lineOf(keys);
  const tell: Tell = (problem) => problems.push({ file: read.file, entry: CHECKLIST_ID, ...problem });
  const questions = checkQuotes(raw.vragen, source, (place) => lineOf('vragen', place), tell);
  const advice = checkQuotes(raw.advies, source, (place) => lineOf('advies', place), tell);
  const [lead] = checkQuotes(
    raw.aanhef === undefined ? [] : [raw.aanhef],
    source,
    () => lineOf('aanhef'),
    tell,
  );
  const checklist: Checklist = { questions, advice, ...(lead !== undefined && { lead }) };
  const wording: Partial<Record<Language, Wording>> = { [language]: checklistWording(raw) };
  if (raw.en !== undefined && language !== 'en') wording.en = checklistWording(raw.en);
  const entry: Entry = {
    id: CHECKLIST_ID,
    kind: 'checklist',
    ...(raw.onderwerp !== undefined && { topic: raw.onderwerp }),
    quotes: [...(lead === undefined ? [] : [lead]), ...questions, ...advice],
    related: raw.verwant,
    checklist,
    wording,
  };
  return { entry, file: read.file, lineOf, hasUnusedEnglish: isUnused(raw.en, language) };
}

function checklistWording(
  raw: Omit<RawWording, 'antwoord' | 'elders'> & Pick<RawChecklist, 'inleiding' | 'slot' | 'vervolgstappen'>,
): Wording {
  return {
    question: raw.vraag,
    variants: raw.varianten,
    answer: raw.inleiding,
    closing: raw.slot,
    steps: raw.vervolgstappen,
  };
}

function checkQuotes(
  quotes: readonly string[],
  source: Source,
  lineOf: (place: number) => number | undefined,
  tell: Tell,
): Quote[] {
  return quotes.flatMap((text, place) => {
    const quote = findQuote(source, text);
    if (quote !== undefined && !cutsWord(source, text)) return [quote];
    if (quote !== undefined) {
      tell({
        line: lineOf(place),
        message: `Dit citaat begint of eindigt midden in een woord: “${text}”.`,
        advice: 'Neem hele woorden over uit bron.txt.',
      });
      return [];
    }
    const near = nearestSentence(source, text);
    tell({
      line: lineOf(place),
      message: `Dit citaat staat niet letterlijk in bron.txt: “${text}”.`,
      advice:
        near === undefined
          ? 'Kopieer de zin uit bron.txt.'
          : `Bedoel je “${near.sentence}”? Eerste verschil: ${near.difference}.`,
    });
    return [];
  });
}

/** Makes the practice questions of one checked file. Without `ids` (some entries could not be read) none is missed. */
export function buildPractice(
  read: ReadFile<RawPractice>,
  ids: ReadonlySet<string> | undefined,
  problems: Problem[],
): PracticeQuestion[] {
  return read.data.flatMap(({ bij, vragen }, index) => {
    if (bij !== NO_ENTRY && ids !== undefined && !ids.has(bij)) {
      problems.push({
        file: read.file,
        line: read.lineOf([index, 'bij']),
        ...unknownId(bij, ids),
      });
    }
    return vragen.map((text) => ({ text, entry: bij === NO_ENTRY ? null : bij }));
  });
}

/** What to tell about an id that no entry has. */
export function unknownId(id: string, ids: ReadonlySet<string>): Pick<Problem, 'message' | 'advice'> {
  const meant = nearestName(id, [...ids]);
  return {
    message: `Er is geen vraag met het id “${id}”.`,
    advice: meant === undefined ? 'Haal het weg, of maak die vraag.' : `Bedoel je “${meant}”?`,
  };
}
