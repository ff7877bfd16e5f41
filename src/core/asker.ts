import type { Analysis } from './match/analysis.ts';
import type { Nearest } from './match/nearest.ts';
import type { SourceText } from './source-text.ts';
import type { Entry } from './model.ts';
import type { Decision } from './reply/decide.ts';
import type { Basis } from './understand.ts';
import type { Suggest } from './suggest/suggest.ts';
import type { Say } from './texts.ts';
import type { Ask, Block, Language, Match, Question, Reply } from './types.ts';

/** A reply with the reasons for it, for `--why`, evaluation and calibration. */
export interface Explained {
  readonly reply: Reply;
  /** The kind of decision, or `command` when nothing was matched. */
  readonly decision: Decision['kind'] | 'command';
  /** Highest confidence first; empty for a command. */
  readonly matches: readonly Match[];
  /** Absent when nothing was matched, or each of several questions by itself. */
  readonly analysis?: Analysis;
  readonly basis?: Basis;
  /** Ids of the entries of the other questions in the message, which the reply has buttons for. */
  readonly alsoAsked?: readonly string[];
}

/** The core of the bot. */
export interface Asker {
  readonly ask: Ask;
  /** Like `ask`, with the reasons, and without the reply cache. */
  readonly explain: (question: Question) => Explained;
  readonly suggest: Suggest;
  /** Returns the known question of an entry that is most like an analysed one; `undefined` when none is like it. */
  readonly nearest: (analysis: Analysis, entry: string) => Nearest | undefined;
  /** The entries of all guidances; indexes in an `Analysis` refer to these. */
  readonly entries: readonly Entry[];
  /** The whole text of a guidance, by its name; `undefined` for an unknown one. By default for readers of its language. */
  readonly source: (guidance: string, language?: Language) => SourceText | undefined;
  /** Returns where to go on when the answer of an entry was not useful; nothing for an unknown entry. */
  readonly waysOn: (entry: string, language?: Language) => readonly Block[];
  /** Language of the first guidance. */
  readonly language: Language;
  /** Takes any key that the knowledge was loaded with, those of the channels included. */
  readonly say: Say<string>;
  /** Returns an apology for a fault, with the reference by which an operator finds it in the log. */
  readonly sorry: (reference: string, language?: Language) => Reply;
}

/** Returns a reply that no entry was looked for. */
export function unmatched(decision: Explained['decision'], reply: Reply): Explained {
  return { reply, decision, matches: [] };
}
