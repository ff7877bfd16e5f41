/** What crosses the boundary between the core, the assistant and the channels. */

export type Language = 'nl' | 'en';

/** What kind of reply the core decided to give. */
export type ReplyKind =
  'answer' | 'choices' | 'checklist' | 'silent' | 'unknown' | 'social' | 'topics' | 'help' | 'about';

/** `silent`: a known question that the source does not answer; `social`: small talk; `checklist`: the self-check. */
export type EntryKind = 'answer' | 'silent' | 'social' | 'checklist';

/** Why an answer was not useful, to whoever voted so. */
export type Reason = 'wrong-subject' | 'unclear' | 'incomplete' | 'other';

/** An answer to a question of the self-check. */
export type CheckAnswer = 'yes' | 'no' | 'doubt';

/** What the assistant remembers of the reply before, for a follow-up. */
export interface Previous {
  /** Id (`ENTRY_ID`) of the last entry that this conversation was answered with. */
  readonly entry?: string;
  /** Words on which that entry was found: words of the guidance, never of the person. */
  readonly words?: readonly string[];
  /** Id of the entry that was quoted last, when `entry` has no quote of its own. */
  readonly quoted?: string;
  /** Value of the button for the next page, when the last reply was a page of a topic. */
  readonly more?: string;
  /** Ids of the entries that the last reply offered. */
  readonly offered?: readonly string[];
  /** True when the last reply was `unknown`. */
  readonly missed?: boolean;
  /** The language of the last reply; its buttons are answered in it. */
  readonly language?: Language;
}

/** What a person typed, without mention, markup, user id and channel name; or the value of a button. */
export interface Question {
  readonly text: string;
  readonly previous?: Previous;
}

/** Where quotes come from. */
export interface Citation {
  /** Short title of the guidance, with its date or version. */
  readonly label: string;
  /** Heading of the section that the quotes are in; absent before the first heading. */
  readonly section?: string;
  /** Name of the guidance. */
  readonly guidance: string;
  /** A date or version, as in `handreiking.yaml`; empty without one. */
  readonly edition: string;
  /** Numbers of the quoted sentences in this edition, from 1; see `Quote.sentences`. */
  readonly sentences: readonly number[];
  /** Address to read more at. The core names sentences only; the assistant adds the address for its channel. */
  readonly link?: string;
}

/** A piece of a text that leads to a web page; see `linkedParts`. */
export interface TextLink {
  /** Where it begins in the text, in UTF-16 units. */
  readonly at: number;
  readonly text: string;
  /** Begins with `https://`. */
  readonly url: string;
}

/** A button. Its value is asked like a typed question: see `ButtonPress`, or a command. */
export interface Choice {
  readonly label: string;
  readonly value: string;
}

/** A question that somebody may be typing, as the button of its entry. */
export interface Suggestion extends Choice {
  /** Of the label; the answer is to be in it too. */
  readonly language: Language;
}

/** A piece of a reply, in plain text: a channel escapes it and decides how it looks. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  /** The editor's or the bot's own words; never a quote. */
  | { readonly kind: 'paragraph'; readonly text: string; readonly links?: readonly TextLink[] }
  /** Verbatim texts of one section of the source, at least one, in the source's language, with their one citation. */
  | {
      readonly kind: 'quote';
      readonly texts: readonly string[];
      readonly language: Language;
      readonly source: Citation;
    }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** Buttons under an optional lead ("Zie ook"). */
  | { readonly kind: 'choices'; readonly lead?: string; readonly choices: readonly Choice[] }
  /** The questions of the self-check, verbatim. The bot gives no verdict on the answers. */
  | {
      readonly kind: 'checklist';
      /** The sentence that the questions complete, verbatim ("Vraag je af of je:"). */
      readonly lead?: string;
      readonly questions: readonly string[];
      /** The editor's translation of each question, when the reply is in another language than the source. */
      readonly translations?: readonly string[];
      readonly language: Language;
      readonly source: Citation;
      /** What a person has chosen so far, by question, when an answer is missing; `null` for none. Never kept. */
      readonly chosen?: readonly (CheckAnswer | null)[];
    }
  | {
      readonly kind: 'feedback';
      readonly entry: string;
      readonly question: string;
      readonly useful: string;
      readonly notUseful: string;
    }
  /** After a vote for not useful: buttons for the reason, each of which is a vote on the same ballot. */
  | {
      readonly kind: 'reasons';
      readonly entry: string;
      /** As in the vote before. */
      readonly ballot: string;
      readonly question: string;
      readonly reasons: readonly { readonly reason: Reason; readonly label: string }[];
    }
  | { readonly kind: 'link'; readonly text: string; readonly url: string };

/** A complete reply. The same question on the same knowledge gives the same reply. */
export interface Reply {
  readonly kind: ReplyKind;
  /** The language of everything but the quotes. */
  readonly language: Language;
  /** Id of the entry that the reply is about, for kinds that have one. */
  readonly entry?: string;
  /** See `Previous.words`. */
  readonly words?: readonly string[];
  readonly blocks: readonly Block[];
}

/** An entry that a question may be about. */
export interface Match {
  readonly entry: string;
  /** Calibrated probability (0..1) that replying with this entry is right. */
  readonly confidence: number;
  /** Returns the words of the guidance on which the entry was found, rarest first. */
  readonly words: () => readonly string[];
}

/** Replies to a question. Pure; never throws. */
export type Ask = (question: Question) => Reply;
