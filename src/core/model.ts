import type { EntryKind, Language } from './types.ts';
import type { TextsByLanguage } from './texts.ts';

/** A verbatim piece of the source with the place where it stands. */
export interface Quote {
  readonly text: string;
  /** Heading above it; absent before the first heading. */
  readonly section?: string;
  /** The whole paragraph that the quote begins in. */
  readonly paragraph: string;
}

/** The self-check of an entry of kind `checklist`; the questions are verbatim. */
export interface Checklist {
  readonly lead?: Quote;
  readonly questions: readonly Quote[];
  readonly advice: readonly Quote[];
}

/** What an entry says in one language. */
export interface Wording {
  readonly question: string;
  readonly variants: readonly string[];
  /** The editor's explanation; for a checklist the sentence before the questions. */
  readonly answer: string;
  /** Where else to look (silent entries). */
  readonly pointer?: string;
  /** The sentence after the questions of a checklist. */
  readonly closing?: string;
  /** The editor's own next steps after a checklist. */
  readonly steps?: readonly string[];
}

export interface Entry {
  readonly id: string;
  readonly kind: EntryKind;
  /** Absent for small talk, which is in no list. */
  readonly topic?: string;
  readonly quotes: readonly Quote[];
  readonly related: readonly string[];
  readonly checklist?: Checklist;
  /** At least the guidance's own language. */
  readonly wording: Readonly<Partial<Record<Language, Wording>>>;
}

/** A question as somebody put it; `entry` is `null` when it is about none of the entries. */
export interface PracticeQuestion {
  readonly text: string;
  readonly entry: string | null;
}

/** Words that mean the same; with `gewicht` (0..1) when they mean nearly the same. */
export type Synonyms = readonly string[] | { readonly woorden: readonly string[]; readonly gewicht: number };

/** What the core knows of one language, under the keys that editors write in `woorden.yaml`. */
export interface LanguageWords {
  /** Words that say nothing of the subject. */
  readonly negeren: readonly string[];
  /** Frequent words by which the language is recognised. */
  readonly herkennen: readonly string[];
  /** Greetings, thanks and closings around a question. */
  readonly begroeting: readonly string[];
  /** Words to ask for a command with ("toon", "open"). */
  readonly verzoek: readonly string[];
  /** Words that join a question to the one before ("en", "dat"). */
  readonly aansluiten: readonly string[];
  /** Abbreviations and colloquial words, with what they mean. */
  readonly afkortingen: Readonly<Record<string, string>>;
  /** Sounds that people spell differently: as written, as read. */
  readonly spelling: readonly (readonly [string, string])[];
  /** Whole messages that are a command, by the command's name. */
  readonly opdrachten: Readonly<Record<string, readonly string[]>>;
  readonly synoniemen: readonly Synonyms[];
}
export type WordsByLanguage = Readonly<Record<Language, LanguageWords>>;

/** One official document with everything about it. */
export interface Guidance {
  readonly slug: string;
  readonly title: string;
  readonly owner?: string;
  readonly url?: string;
  readonly edition: string;
  readonly language: Language;
  readonly contact: Readonly<Partial<Record<Language, string>>>;
  readonly example: Readonly<Partial<Record<Language, string>>>;
  readonly entries: readonly Entry[];
  readonly practice: readonly PracticeQuestion[];
  readonly words: WordsByLanguage;
  readonly texts: TextsByLanguage;
}

/** Everything that the bot knows: the guidances and a fingerprint of all their files. */
export interface Knowledge {
  readonly guidances: readonly Guidance[];
  /** First 12 hexadecimal digits of the SHA-256 over every file's path and bytes. */
  readonly hash: string;
}

/** Words of two files of one language: lists are joined, of two values under one name the later wins. */
export function mergeWords(base: LanguageWords, own: LanguageWords): LanguageWords {
  const commands: Record<string, readonly string[]> = { ...base.opdrachten };
  for (const [name, words] of Object.entries(own.opdrachten)) {
    commands[name] = [...(commands[name] ?? []), ...words];
  }
  return {
    negeren: [...base.negeren, ...own.negeren],
    herkennen: [...base.herkennen, ...own.herkennen],
    begroeting: [...base.begroeting, ...own.begroeting],
    verzoek: [...base.verzoek, ...own.verzoek],
    aansluiten: [...base.aansluiten, ...own.aansluiten],
    afkortingen: { ...base.afkortingen, ...own.afkortingen },
    spelling: [...base.spelling, ...own.spelling],
    opdrachten: commands,
    synoniemen: [...base.synoniemen, ...own.synoniemen],
  };
}
