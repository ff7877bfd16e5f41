import type { EntryKind, Language } from './types.ts';
import type { SourceParagraph } from './source-text.ts';
import type { TextsByLanguage } from './texts.ts';

/** A verbatim part of the source. */
export interface Quote {
  readonly text: string;
  /** The heading above it; absent before the first heading. */
  readonly section?: string;
  /** The paragraph that it begins in. */
  readonly paragraph: string;
  /** The numbers of the sentences that it is from, in the order of the source; none for a quoted heading. */
  readonly sentences: readonly number[];
}

/** The self-check, for an entry of kind `checklist`. */
export interface Checklist {
  readonly lead?: Quote;
  readonly questions: readonly Quote[];
  readonly advice: readonly Quote[];
}

/** An entry in one language. */
export interface Wording {
  readonly question: string;
  readonly variants: readonly string[];
  /** The claim that answers the question, as a heading; entries of kind `answer` only. */
  readonly title?: string;
  /** The editor's explanation; of a checklist, the sentence before the questions. */
  readonly answer: string;
  /** Where else to look (silent entries). */
  readonly pointer?: string;
  /** A translation of each question of a checklist, in another language than the source. */
  readonly translations?: readonly string[];
  /** The sentence after the questions of a checklist. */
  readonly closing?: string;
  /** The editor's own next steps after a checklist. */
  readonly steps?: readonly string[];
  /** Those for what is online already, in place of `steps`. */
  readonly stepsAfterPosting?: readonly string[];
}

/** One thing that people ask, with what the guidance says about it. */
export interface Entry {
  /** See `ENTRY_ID`; unique over all guidances. */
  readonly id: string;
  readonly kind: EntryKind;
  /** Absent for small talk, which no list shows. */
  readonly topic?: string;
  readonly quotes: readonly Quote[];
  /** Ids of entries of the same guidance. */
  readonly related: readonly string[];
  readonly checklist?: Checklist;
  /** In the guidance's own language at least. */
  readonly wording: Readonly<Partial<Record<Language, Wording>>>;
}

/** A question as somebody asked it; `entry` is `null` when it is about none. */
export interface PracticeQuestion {
  readonly text: string;
  readonly entry: string | null;
  /** Without an entry: whether it is about the subject of the guidance, which does not answer it. Else it is out of scope. */
  readonly isOnSubject?: boolean;
}

/** A synset: words or phrases with the same meaning, or with `gewicht` (0..1) a similar one. */
export type Synonyms = readonly string[] | { readonly woorden: readonly string[]; readonly gewicht: number };

/** The word lists of one language, under the keys of `woorden.yaml`. */
export interface LanguageWords {
  /** Stop words. */
  readonly negeren: readonly string[];
  /** Frequent words, to detect the language. */
  readonly herkennen: readonly string[];
  /** Greetings, thanks and closings around a question. */
  readonly begroeting: readonly string[];
  /** Words of a request for a command ("toon", "open"). */
  readonly verzoek: readonly string[];
  /** Words that connect a question to the one before ("en", "dat"). */
  readonly aansluiten: readonly string[];
  /** Abbreviations and colloquial words, with their meaning. */
  readonly afkortingen: Readonly<Record<string, string>>;
  /** Rules that fold spellings of a sound into one: a pattern (`^` and `$` mark the edges), and its replacement. */
  readonly spelling: readonly (readonly [string, string])[];
  /** Synonyms of the commands, by the command's name. */
  readonly opdrachten: Readonly<Record<string, readonly string[]>>;
  /** Classes of interchangeable names (platforms, ministries), by the name of the class. */
  readonly namen: Readonly<Record<string, readonly string[]>>;
  readonly synoniemen: readonly Synonyms[];
}

/** Sentence templates of one language, under the keys that editors write in `basis/zinsvormen.yaml`: see `templates.ts`. */
export interface Phrasings {
  /** Words without meaning that may stand between any two words of a template. */
  readonly vulwoorden: readonly string[];
  /** Templates that others refer to by name. */
  readonly onderdelen: Readonly<Record<string, string>>;
  /** Frames around a subject `{x}`, to learn from. */
  readonly kaders: readonly string[];
  /** Follow-ups without a subject, by what they ask. */
  readonly vervolg: Readonly<Record<string, readonly string[]>>;
  /** Messages without a subject. */
  readonly zonder_onderwerp: readonly string[];
  /** Beginnings of the closing of a mail. */
  readonly afsluiting: readonly string[];
  /** Names of the fields in the header of a mail. */
  readonly mailkop: readonly string[];
  /** Beginnings of a sentence that announces one of several questions. */
  readonly opsomming: readonly string[];
  /** Beginnings of a sentence that asks something. */
  readonly vraagzin: readonly string[];
  /** Questions before or after a draft ("mag ik dit plaatsen"). */
  readonly concept: readonly string[];
  /** What somebody types whose message is online already. */
  readonly al_geplaatst: readonly string[];
  /** When an explanation may begin with yes or no. */
  readonly ja_nee: {
    /** The words for yes and no. */
    readonly woorden: readonly string[];
    /** Beginnings of yes/no questions, by what they ask; questions of the same name ask the same in every language. */
    readonly vragen: Readonly<Record<string, readonly string[]>>;
    /** Words that give yes another meaning ("niet", "zonder", "altijd"). */
    readonly omkeren: readonly string[];
  };
}

/** Word lists by which missed questions are masked, under the keys that editors write in `basis/namen.yaml`. */
export const NAME_LISTS = [
  'aanspreking',
  'voorstellen',
  'rollen',
  'groeten',
  'afsluitingen',
  'bedankjes',
  'geen_naam',
  'tussenvoegsels',
  'tussenvoegsels_ook_woord',
  'voornamen',
  'voornamen_ook_woord',
  'achternamen',
  'achternamen_ook_woord',
  'eigennamen',
  'werkwoorden',
  'straten',
  'straten_met_nummer',
  'toevoegingen',
  'nummerwoorden',
  'accountwoorden',
  'maanden',
  'telwoorden',
  'apenstaartje',
  'leestekens',
] as const;
/** The name of one list; what is in it stands above it in the file. */
export type NameList = (typeof NAME_LISTS)[number];
/** The lists of names; one that the file does not have is absent. */
export type NameLists = Readonly<Partial<Record<NameList, readonly string[]>>>;

/** The word lists of each language. */
export type WordsByLanguage = Readonly<Record<Language, LanguageWords>>;

/** An official document with everything about it: one folder of the knowledge. */
export interface Guidance {
  /** Its name in ids. */
  readonly slug: string;
  readonly title: string;
  /** The title with its article, for within a sentence of a language; absent where the article is “de” or “the”. */
  readonly titleInSentence?: Readonly<Partial<Record<Language, string>>>;
  /** What citations call it; absent when that is the title. */
  readonly shortTitle?: string;
  readonly owner?: string;
  readonly url?: string;
  /** A date or version; empty when the guidance tells none. */
  readonly edition: string;
  readonly language: Language;
  readonly contact: Readonly<Partial<Record<Language, string>>>;
  readonly example: Readonly<Partial<Record<Language, string>>>;
  /** The whole text that is quoted. */
  readonly source: readonly SourceParagraph[];
  /** A question on which the guidance is silent. */
  readonly silentExample: Readonly<Partial<Record<Language, string>>>;
  readonly entries: readonly Entry[];
  readonly practice: readonly PracticeQuestion[];
  readonly words: WordsByLanguage;
  readonly texts: TextsByLanguage;
}

/** All guidances, the main one first, with a fingerprint of their files. */
export interface Knowledge {
  readonly guidances: readonly Guidance[];
  /** The sentences of no guidance in particular, for what is said of several; absent in knowledge of one. */
  readonly texts?: TextsByLanguage;
  /** Sentence templates by language; absent in knowledge without `basis/zinsvormen.yaml`. */
  readonly phrasings?: Readonly<Partial<Record<Language, Phrasings>>>;
  /** Absent in knowledge without `basis/namen.yaml`. */
  readonly names?: NameLists;
  /** The first 12 hexadecimal digits of the SHA-256 over the path and bytes of every file. */
  readonly hash: string;
}
