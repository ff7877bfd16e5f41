import type { Phrasings } from '../model.ts';
import { compileTemplate, parseTemplate } from './templates.ts';

/** What a follow-up without a subject of its own asks of the last answer. */
export const FOLLOW_UP_KINDS = ['waarom', 'zeker', 'meer', 'voorbeeld'] as const;
export type FollowUpKind = (typeof FOLLOW_UP_KINDS)[number];

/** The sentence templates of all languages, compiled. Tokens are as `parseText` returns them. */
export interface PhrasingMatcher {
  /** Returns what a message asks of the last answer when an editor wrote it as a follow-up. */
  readonly followUpKind: (tokens: readonly string[]) => FollowUpKind | undefined;
  /** Returns whether an editor wrote a message as one without a subject ("nog een vraag", "geen van deze"). */
  readonly isSubjectless: (tokens: readonly string[]) => boolean;
  /** Returns whether a line starts the closing of a mail: its signature or footer. */
  readonly opensClosing: (tokens: readonly string[]) => boolean;
  /** Returns whether a word is the name of a field in the header of a mail ("onderwerp"). */
  readonly isMailHeader: (word: string) => boolean;
  /** Returns whether a sentence announces one of several questions ("ten tweede", "ps"). */
  readonly opensAnother: (tokens: readonly string[]) => boolean;
  /** Returns whether a sentence opens like a question ("mag ik", "ik vraag me af"). */
  readonly opensQuestion: (tokens: readonly string[]) => boolean;
  /** Returns whether this is nothing but the question that somebody puts before or after a draft. */
  readonly introducesDraft: (tokens: readonly string[]) => boolean;
  /** Returns whether a message tells that something is online already. */
  readonly tellsOfPosting: (tokens: readonly string[]) => boolean;
  /** Returns what a yes/no question asks, by the name that its beginning has; `undefined` for another sentence. */
  readonly yesNoKind: (tokens: readonly string[]) => string | undefined;
  /** Returns the words in a message that give yes another meaning, each time that they stand there, in the order of the lists. */
  readonly turningWords: (tokens: readonly string[]) => readonly string[];
  /** Returns an explanation without the yes or no that it begins with; an explanation that is nothing else stays. */
  readonly withoutYesNo: (explanation: string) => string;
}

/** In words. A longer message may have a subject beside the phrase. */
export const MAX_PHRASE_WORDS = 12;

/** Compiles the templates of every language, because people mix languages. */
export function createPhrasingMatcher(phrasings: readonly Phrasings[]): PhrasingMatcher {
  const fillers = new Set(phrasings.flatMap(({ vulwoorden }) => vulwoorden));
  const compileAll = (pick: (phrasings: Phrasings) => readonly string[]) =>
    compilePhrases(phrasings.flatMap((own) => pick(own).map((text) => [text, own.onderdelen] as const)));
  const isPhrase = (matches: (text: string) => boolean, tokens: readonly string[]) => {
    if (tokens.length === 0 || tokens.length > MAX_PHRASE_WORDS) return false;
    return matches(joined(tokens)) || matches(joined(tokens.filter((token) => !fillers.has(token))));
  };
  const followUps = FOLLOW_UP_KINDS.map(
    (kind) => [kind, compileAll(({ vervolg }) => vervolg[kind] ?? [])] as const,
  );
  const subjectless = compileAll(({ zonder_onderwerp }) => zonder_onderwerp);
  const drafts = compileAll(({ concept }) => concept);
  const closings = compileOpenings(phrasings, ({ afsluiting }) => afsluiting);
  const mailHeaders = new Set(phrasings.flatMap(({ mailkop }) => mailkop));
  const others = compileOpenings(phrasings, ({ opsomming }) => opsomming);
  const questions = compileOpenings(phrasings, ({ vraagzin }) => vraagzin);
  const kinds = [...new Set(phrasings.flatMap(({ ja_nee }) => Object.keys(ja_nee.vragen)))];
  const yesNo = kinds.map(
    (kind) => [kind, compileOpenings(phrasings, ({ ja_nee }) => ja_nee.vragen[kind] ?? [])] as const,
  );
  const turning = compileAnywhere(phrasings, ({ ja_nee }) => ja_nee.omkeren).map(
    (pattern) => new RegExp(pattern, 'gu'),
  );
  const posted = compileAnywhere(phrasings, ({ al_geplaatst }) => al_geplaatst);
  const answers = phrasings.flatMap(({ ja_nee }) => ja_nee.woorden);

  return {
    followUpKind: (tokens) => followUps.find(([, matches]) => isPhrase(matches, tokens))?.[0],
    isSubjectless: (tokens) => isPhrase(subjectless, tokens),
    opensClosing: closings,
    isMailHeader: (word) => mailHeaders.has(word),
    opensAnother: others,
    opensQuestion: questions,
    introducesDraft: (tokens) => isPhrase(drafts, tokens),
    tellsOfPosting: (tokens) => posted.some((pattern) => pattern.test(joined(tokens))),
    yesNoKind: (tokens) => yesNo.find(([, opens]) => opens(tokens))?.[0],
    turningWords: (tokens) => {
      const text = joined(tokens);
      return turning.flatMap((pattern) => text.match(pattern) ?? []);
    },
    withoutYesNo: (explanation) => {
      const [first, rest] = cutAnswer(explanation);
      return rest !== '' && answers.includes(first.toLowerCase()) ? capitalised(rest) : explanation;
    },
  };
}

/** The first word of an explanation and what follows a comma or a full stop behind it; nothing follows without one. */
function cutAnswer(explanation: string): [first: string, rest: string] {
  const { first = '', rest = '' } =
    /^(?<first>\p{L}+)[,.:;]\s+(?<rest>[^]+)$/u.exec(explanation)?.groups ?? {};
  return [first, rest];
}

function capitalised(text: string): string {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
}

/** Most phrases have no alternatives: those are looked up, which takes no longer for a thousand of them. */
function compilePhrases(
  texts: readonly (readonly [text: string, rules: Phrasings['onderdelen']])[],
): (text: string) => boolean {
  const isPlain = ([text]: (typeof texts)[number]) => !/[[(<|]/.test(text);
  const plain = new Set(texts.filter(isPlain).map(([text]) => `${text} `));
  const patterns = texts
    .filter((item) => !isPlain(item))
    .map(([text, rules]) => new RegExp(`^(?:${compileTemplate(parseTemplate(text, rules))})$`, 'u'));
  return (text) => plain.has(text) || patterns.some((pattern) => pattern.test(text));
}

/** Returns whether tokens begin with one of the templates. */
function compileOpenings(
  phrasings: readonly Phrasings[],
  pick: (phrasings: Phrasings) => readonly string[],
): (tokens: readonly string[]) => boolean {
  const patterns = phrasings.flatMap((own) =>
    pick(own).map((text) => new RegExp(`^(?:${compileTemplate(parseTemplate(text, own.onderdelen))})`, 'u')),
  );
  return (tokens) => {
    const text = joined(tokens.slice(0, MAX_PHRASE_WORDS));
    return patterns.some((pattern) => pattern.test(text));
  };
}

/** Patterns of templates that may stand anywhere between words. */
function compileAnywhere(
  phrasings: readonly Phrasings[],
  pick: (phrasings: Phrasings) => readonly string[],
): readonly RegExp[] {
  return phrasings.flatMap((own) =>
    pick(own).map(
      (text) => new RegExp(`(?<![^ ])(?:${compileTemplate(parseTemplate(text, own.onderdelen))})`, 'u'),
    ),
  );
}

function joined(tokens: readonly string[]): string {
  return `${tokens.join(' ')} `;
}
