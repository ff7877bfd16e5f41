import { CHECKLIST_ID } from '../core/index.ts';
import type { Language } from '../core/index.ts';
import type { Checklist, Entry, PracticeQuestion, Quote, Wording } from '../core/index.ts';
import type { Problem } from './problems.ts';
import type { ParsedFile } from './read-yaml.ts';
import type { RawException } from './schema-parts.ts';
import type { RawChecklist, RawEntry, RawPractice } from './schema.ts';
import { findQuotes } from './quotes.ts';
import type { Report } from './quotes.ts';
import { NO_ENTRY, practiceQuestion } from './practice-ids.ts';
import type { Source } from './source.ts';

const KINDS = { antwoord: 'answer', 'niet-behandeld': 'silent', gesprek: 'social' } as const;

/** An entry with its location. */
export interface LocatedEntry {
  readonly entry: Entry;
  readonly file: string;
  /** The 1-based line of keys below the entry; without keys, of the entry itself. */
  readonly lineOf: (...keys: PropertyKey[]) => number | undefined;
  /** Whether it has a part `en` although the guidance is in English. */
  readonly hasUnusedEnglish: boolean;
  /** Checks that do not apply to it. */
  readonly exceptions: readonly RawException[];
}

/** A practice question with its location. */
export interface LocatedPractice {
  readonly question: PracticeQuestion;
  readonly file: string;
  /** The 1-based line of its `bij`. */
  readonly bijLine: number | undefined;
  readonly line: () => number | undefined;
}

/** Builds the entries of one file, and adds the problems that a schema cannot find: quotes and ids. */
export function buildEntries(
  read: ParsedFile<RawEntry[]>,
  language: Language,
  source: Source,
  problems: Problem[],
): LocatedEntry[] {
  return read.data.map((raw, index) => {
    const lineOf = (...keys: PropertyKey[]) => read.lineOf([index, ...keys]);
    const report: Report = (problem) => problems.push({ file: read.file, entry: raw.id, ...problem });
    const quotes = findQuotes(raw.citaten, source, (at) => lineOf('citaten', at), report);
    if (NO_ENTRY.includes(raw.id)) {
      report({
        kind: 'bezet-id',
        line: lineOf(),
        message: `Het id “${raw.id}” heeft al een betekenis bij praktijkvragen.`,
        advice: 'Kies een ander id.',
      });
    }
    if (raw.soort === 'antwoord' && raw.citaten.length === 0) {
      report({
        kind: 'citaat-ontbreekt',
        line: lineOf(),
        message: '“citaten” ontbreekt.',
        advice:
          'Zet er een letterlijk citaat uit bron.txt bij. Zegt de handreiking er niets over? Zet dan “soort: niet-behandeld”.',
      });
    }
    for (const path of raw.soort === 'antwoord' ? [] : titlesOf(raw)) {
      report({
        kind: 'vorm',
        line: lineOf(...path),
        message: `“kop” past niet bij “soort: ${raw.soort}”.`,
        advice: 'Haal de regel weg. Alleen een antwoord met een citaat krijgt een kop.',
      });
    }
    const entry = makeEntry(raw, language, quotes);
    return locate(entry, raw, { file: read.file, lineOf }, language);
  });
}

/** The paths of the titles of an entry. */
function titlesOf({ kop, en }: RawEntry): string[][] {
  return [...(kop === undefined ? [] : [['kop']]), ...(en?.kop === undefined ? [] : [['en', 'kop']])];
}

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
  readonly kop?: string | undefined;
  readonly antwoord: string;
  readonly elders?: string | undefined;
}

function makeWording(raw: RawWording): Wording {
  return {
    question: raw.vraag,
    variants: raw.varianten,
    ...(raw.kop !== undefined && { title: raw.kop }),
    answer: raw.antwoord,
    ...(raw.elders !== undefined && { pointer: raw.elders }),
  };
}

/** Builds the entry of the self-check, and adds a problem for each quote that is not in the source word for word. */
export function buildChecklist(
  read: ParsedFile<RawChecklist>,
  language: Language,
  source: Source,
  problems: Problem[],
): LocatedEntry {
  const { data: raw } = read;
  const lineOf = (...keys: PropertyKey[]) => read.lineOf(keys);
  const report: Report = (problem) => problems.push({ file: read.file, entry: CHECKLIST_ID, ...problem });
  const questions = findQuotes(raw.vragen, source, (at) => lineOf('vragen', at), report);
  const advice = findQuotes(raw.advies, source, (at) => lineOf('advies', at), report);
  const leads = raw.aanhef === undefined ? [] : [raw.aanhef];
  const [lead] = findQuotes(leads, source, () => lineOf('aanhef'), report);
  const checklist: Checklist = { questions, advice, ...(lead !== undefined && { lead }) };
  const wording: Partial<Record<Language, Wording>> = { [language]: checklistWording(raw) };
  if (raw.en !== undefined && language !== 'en') {
    const translations = raw.en.vragen;
    wording.en = { ...checklistWording(raw.en), ...(translations !== undefined && { translations }) };
    if (translations !== undefined && translations.length !== raw.vragen.length) {
      report({
        kind: 'vorm',
        line: lineOf('en', 'vragen'),
        message: `Het aantal vertalingen (${translations.length}) is niet dat van de vragen (${raw.vragen.length}).`,
        advice: 'Vertaal elke vraag, in dezelfde volgorde.',
      });
    }
  }
  const entry: Entry = {
    id: CHECKLIST_ID,
    kind: 'checklist',
    ...(raw.onderwerp !== undefined && { topic: raw.onderwerp }),
    quotes: [...(lead === undefined ? [] : [lead]), ...questions, ...advice],
    related: raw.verwant,
    checklist,
    wording,
  };
  return locate(entry, raw, { file: read.file, lineOf }, language);
}

function locate(
  entry: Entry,
  { en, negeer }: Pick<RawEntry | RawChecklist, 'en' | 'negeer'>,
  place: Pick<LocatedEntry, 'file' | 'lineOf'>,
  language: Language,
): LocatedEntry {
  return { entry, ...place, hasUnusedEnglish: isUnused(en, language), exceptions: negeer };
}

function checklistWording(
  raw: Omit<RawWording, 'kop' | 'antwoord' | 'elders'> &
    Pick<RawChecklist, 'inleiding' | 'slot' | 'vervolgstappen' | 'na_plaatsing'>,
): Wording {
  return {
    question: raw.vraag,
    variants: raw.varianten,
    answer: raw.inleiding,
    ...(raw.slot !== undefined && { closing: raw.slot }),
    steps: raw.vervolgstappen,
    ...(raw.na_plaatsing.length > 0 && { stepsAfterPosting: raw.na_plaatsing }),
  };
}

/** Returns the practice questions of one file, with their places. */
export function buildPractice(read: ParsedFile<RawPractice>): LocatedPractice[] {
  return read.data.flatMap(({ bij, vragen }, index) => {
    const bijLine = read.lineOf([index, 'bij']);
    return vragen.map((text, at) => ({
      question: practiceQuestion(text, bij),
      file: read.file,
      bijLine,
      line: () => read.lineOf([index, 'vragen', at]),
    }));
  });
}
