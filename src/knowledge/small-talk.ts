import { fill, titleInSentence, wordKey } from '../core/index.ts';
import type { Entry, Guidance, Language, PracticeQuestion, Wording } from '../core/index.ts';
import { buildEntries, buildPractice } from './build.ts';
import type { LocatedEntry, LocatedPractice } from './build.ts';
import { checkEntries, checkReferences } from './check-entries.ts';
import { checkPlaceholders } from './check-placeholders.ts';
import type { Problem } from './problems.ts';
import { applyExceptions } from './quality/exceptions.ts';
import { CHECKS } from './quality/index.ts';
import type { Subject } from './quality/subject.ts';
import type { ParsedFile } from './read-yaml.ts';
import type { RawPractice, RawSmallTalk } from './schema.ts';
import { readSource } from './source.ts';

/** Small talk for every guidance; optional. */
export const SMALL_TALK_FILE = 'basis/gesprek.yaml';
/** Practice questions of that small talk; optional. */
export const SMALL_TALK_PRACTICE_FILE = 'basis/praktijkvragen.yaml';

/** The facts of a guidance that shared small talk may name: with several guidances, those of all of them. */
const SHARED_FACTS = ['titel', 'de_titel', 'voorbeeld'] as const;
/** Those that it may name in a part that goes, as with several guidances. */
const OPTIONAL_FACTS = ['contact', 'eigenaar', 'url'] as const;

/** The small talk of `basis/`, with its locations. */
export interface SmallTalk {
  readonly located: readonly LocatedEntry[];
  readonly practice: readonly LocatedPractice[];
}

/** Builds the shared small talk, and adds its problems; none of it where there are no files. */
export function buildSmallTalk(
  entries: ParsedFile<RawSmallTalk> | undefined,
  practiceFile: ParsedFile<RawPractice> | undefined,
  problems: Problem[],
): SmallTalk {
  const source = readSource('', 'nl');
  const raw = entries && {
    ...entries,
    data: entries.data.map((entry) => ({ ...entry, citaten: [], verwant: [] })),
  };
  const located = raw === undefined ? [] : buildEntries(raw, 'nl', source, problems);
  const practice = practiceFile === undefined ? [] : buildPractice(practiceFile);
  checkEntries(located, problems);
  if (entries !== undefined) checkReferences({ located, practice, tests: [] }, problems);
  checkPlaceholders(undefined, located, problems, SHARED_FACTS, OPTIONAL_FACTS);
  return { located, practice };
}

/** The entries and practice questions without their locations. */
export function questionsOf({ located, practice }: SmallTalk): Pick<Guidance, 'entries' | 'practice'> {
  return {
    entries: located.map(({ entry }) => entry),
    practice: practice.map(({ question }) => question),
  };
}

/** What an editor could improve in the shared small talk, added to what was `found` before; without exceptions. */
export function improveSmallTalk(
  { located, practice }: SmallTalk,
  words: Pick<Subject, 'stopWords' | 'hardWords'>,
  found: readonly Problem[],
): Problem[] {
  const subject: Subject = {
    ...words,
    located,
    isComplete: true,
    shared: [],
    practice,
    source: readSource('', 'nl'),
    sourceText: '',
    sourceFile: SMALL_TALK_FILE,
    metadataFile: SMALL_TALK_FILE,
    language: 'nl',
    languages: ['nl', 'en'],
  };
  const problems = [...found, ...CHECKS.flatMap((check) => check(subject))];
  return applyExceptions(
    { folder: 'basis', general: [], lineOf: () => undefined, located },
    problems,
    () => true,
  );
}

/**
 * Adds the shared small talk to the guidances: to the first, because one model is trained for all of them. What a guidance
 * says itself wins. An entry of its own with the same id replaces the shared one, and learns from the shared phrases when
 * it is small talk too; and a phrase of its own is no shared phrase any more.
 */
export function withSmallTalk(guidances: readonly Guidance[], smallTalk: SmallTalk): readonly Guidance[] {
  const [first] = guidances;
  if (first === undefined || smallTalk.located.length === 0) return guidances;
  const shared = questionsOf(smallTalk);
  const owners = new Map(
    guidances
      .flatMap((guidance) => guidance.entries.map((entry) => [entry.id, { guidance, entry }] as const))
      .reverse(),
  );
  const isOwn = ({ entry }: PracticeQuestion) => entry === null || owners.has(entry);
  const practice = guidances.flatMap((guidance) => guidance.practice);
  const phrases = guidances.flatMap(({ entries }) => entries.flatMap(phrasesOf));
  const context: SharedContext = {
    claimed: keysOf(phrases),
    languages: languagesOf(guidances),
    fillFacts: guidances.length === 1 ? (text) => text : factsOfAll(guidances),
  };
  const entries = shared.entries
    .filter(({ id }) => !owners.has(id))
    .map((entry) => ({ ...entry, wording: sharedWording(entry, context) }))
    .filter(({ wording }) => wording[first.language] !== undefined);
  const added = new Set<string | null>([...entries.map(({ id }) => id), null]);
  const known = keysOf([...phrases, ...practice.filter((own) => own.entry !== null && isOwn(own))]);
  const learned = [
    ...shared.entries.filter(({ id }) => owners.has(id)).flatMap(phrasesOf),
    ...shared.practice,
  ].filter(({ text }) => !known.has(wordKey(text)));
  const learnedBy = (guidance: Guidance) =>
    learned.filter(({ entry }) => {
      const owner = owners.get(entry ?? '');
      return owner?.guidance === guidance && owner.entry.kind === 'social';
    });
  // Also what any of the guidances has to teach about shared entries.
  const taught = [...practice.filter((question) => !isOwn(question)), ...learned];
  return guidances.map((guidance) => {
    const own = [...guidance.practice.filter(isOwn), ...learnedBy(guidance)];
    if (guidance !== first) return { ...guidance, practice: own };
    return {
      ...guidance,
      entries: [...guidance.entries, ...entries],
      practice: [...own, ...taught.filter(({ entry }) => added.has(entry))],
    };
  });
}

interface SharedContext {
  /** Keys of the phrases that the guidances have themselves. */
  readonly claimed: ReadonlySet<string>;
  /** The languages of the guidances: shared small talk does not add one. */
  readonly languages: ReadonlySet<Language>;
  readonly fillFacts: (text: string, language: Language) => string;
}

/** The wording of a shared entry beside these guidances; no language in which nothing is left of it. */
function sharedWording(
  { wording }: Entry,
  { claimed, languages, fillFacts }: SharedContext,
): Entry['wording'] {
  const kept = Object.entries(wording).flatMap(([name, own]): [Language, Wording][] => {
    const language = name as Language;
    const phrases = [own.question, ...own.variants].filter((text) => !claimed.has(wordKey(text)));
    const [question, ...variants] = phrases;
    if (question === undefined || !languages.has(language)) return [];
    return [[language, { ...own, question, variants, answer: fillFacts(own.answer, language) }]];
  });
  return Object.fromEntries(kept);
}

function languagesOf(guidances: readonly Guidance[]): ReadonlySet<Language> {
  return new Set(
    guidances.flatMap(({ language, entries }) => [
      language,
      ...entries.flatMap(({ wording }) => Object.keys(wording) as Language[]),
    ]),
  );
}

function keysOf(questions: readonly PracticeQuestion[]): ReadonlySet<string> {
  return new Set(questions.map(({ text }) => wordKey(text)));
}

/** The question and the variants of an entry, in all its languages, as practice questions. */
function phrasesOf({ id, wording }: Entry): PracticeQuestion[] {
  return Object.values(wording).flatMap(({ question, variants }) =>
    [question, ...variants].map((text) => ({ text, entry: id })),
  );
}

/** Fills in all titles, the first example and no contact: a reply for several guidances may not name one of them only. */
function factsOfAll(guidances: readonly Guidance[]): SharedContext['fillFacts'] {
  const titles = guidances.map(({ title }) => title);
  return (text, language) => {
    const example = guidances.find((guidance) => guidance.example[language] !== undefined)?.example[language];
    const list = new Intl.ListFormat(language);
    const named = guidances.map((guidance) => titleInSentence(guidance, language));
    return fill(text, { titel: list.format(titles), de_titel: list.format(named), voorbeeld: example });
  };
}
