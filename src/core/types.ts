/**
 * The words of the project as types: what crosses between core, conversation layer and channels.
 * Nomenclature: `src/README.md`.
 */

export type Language = 'nl' | 'en';

/** What kind of reply the core decided to give. */
export type ReplyKind =
  'answer' | 'choices' | 'checklist' | 'silent' | 'unknown' | 'social' | 'topics' | 'help' | 'about';

/** What an entry is: it answers from the source, is known to be unanswered there, is small talk, or is the self-check. */
export type EntryKind = 'answer' | 'silent' | 'social' | 'checklist';

/** What the conversation layer remembers of the reply before; all that the core needs for a follow-up. */
export interface Previous {
  /** Id of the entry last answered in this conversation. */
  readonly entry?: string;
  /** Words of the guidance's own vocabulary that the last answer was found on; never the person's text. */
  readonly words?: readonly string[];
  /** Ids of the entries that the last reply offered to choose from. */
  readonly offered?: readonly string[];
  /** True when the last reply was `unknown`. */
  readonly missed?: boolean;
  /** The language of the last reply, for a button in it. */
  readonly language?: Language;
}

/** What a person meant to type: without mention, markup, user id or channel name. */
export interface Question {
  readonly text: string;
  readonly previous?: Previous;
}

/** Where a quote stands in the source. */
export interface Citation {
  readonly title: string;
  /** Heading of the section that the quote stands in; absent when it stands before the first heading. */
  readonly section?: string;
  /** The edition quoted, as in `handreiking.yaml` (a date or version). */
  readonly edition: string;
  /** The citation as one line for people, made from the texts. */
  readonly label: string;
}

/** A button. Its value is a typed question: `entry:<id>`, `topic:<name>` (`topic:<name>#2` for its second page) or a command. */
export interface Choice {
  readonly label: string;
  readonly value: string;
}

/** One piece of a reply in plain text (not Markdown): each channel escapes it once and decides its looks. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  /** The editor's or the bot's own words; never a quote. */
  | { readonly kind: 'paragraph'; readonly text: string }
  /** Verbatim text of the source, in the source's language. */
  | { readonly kind: 'quote'; readonly text: string; readonly language: Language; readonly source: Citation }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** Buttons under an optional lead ("Zie ook"). */
  | { readonly kind: 'choices'; readonly lead?: string; readonly choices: readonly Choice[] }
  /** The questions of the self-check, verbatim; the person answers them for themself. */
  | {
      readonly kind: 'checklist';
      readonly questions: readonly string[];
      readonly language: Language;
      readonly source: Citation;
    }
  | { readonly kind: 'feedback'; readonly entry: string; readonly useful: string; readonly notUseful: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string };

/** What the bot says, complete. The same question on the same content gives the same reply. */
export interface Reply {
  readonly kind: ReplyKind;
  /** The language of everything but the quotes. */
  readonly language: Language;
  /** Id of the entry answered, for kinds that answer one. */
  readonly entry?: string;
  /** See `Previous.words`. */
  readonly words?: readonly string[];
  readonly blocks: readonly Block[];
}

/** An entry that a question may mean, with how sure the matcher is. */
export interface Match {
  readonly entry: string;
  /** Calibrated probability (0..1) that answering with this entry is right. */
  readonly confidence: number;
  /** Words of the guidance's vocabulary that carried the match, strongest first. */
  readonly words: readonly string[];
}

export type Ask = (question: Question) => Reply;
