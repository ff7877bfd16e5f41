import type { Phrasings } from '../model.ts';
import { compileTemplate } from './templates.ts';

/** What a follow-up without a subject of its own asks of the last answer. */
export const FOLLOW_UP_KINDS = ['waarom', 'zeker', 'meer', 'voorbeeld'] as const;
export type FollowUpKind = (typeof FOLLOW_UP_KINDS)[number];

/** The sentence templates of all languages, compiled. Tokens are as `parseText` returns them. */
export interface PhrasingMatcher {
  /** What it was compiled from. */
  readonly phrasings: readonly Phrasings[];
  /**
   * Returns the subject in a frame ("wat zegt de handreiking over foto's": "foto's"), or the same array when there is no
   * frame around a content word.
   */
  readonly stripFrame: (
    tokens: readonly string[],
    isContent: (token: string) => boolean,
  ) => readonly string[];
  /** Returns what a message asks of the last answer when it is nothing but a follow-up. */
  readonly followUpKind: (tokens: readonly string[]) => FollowUpKind | undefined;
  /** Returns whether a message has no subject ("nog een vraag", "geen van deze"). */
  readonly isSubjectless: (tokens: readonly string[]) => boolean;
  /** Returns whether a line starts the closing of a mail: its signature or footer. */
  readonly opensClosing: (tokens: readonly string[]) => boolean;
  /** Returns whether a sentence opens like a question ("mag ik", "ik vraag me af"). */
  readonly opensQuestion: (tokens: readonly string[]) => boolean;
  /** Returns whether this is nothing but the question that somebody puts before or after a draft. */
  readonly introducesDraft: (tokens: readonly string[]) => boolean;
}

/** A frame can be around another ("ik heb een vraag: wat staat er over"). */
const MAX_FRAMES = 3;
/** In words. In a longer message a frame or phrase is no evidence of the subject. */
const MAX_FRAMED_WORDS = 20;
const MAX_PHRASE_WORDS = 12;

/** Compiles the templates of every language, because people mix languages. */
export function createPhrasingMatcher(phrasings: readonly Phrasings[]): PhrasingMatcher {
  const compileAll = (pick: (phrasings: Phrasings) => readonly string[], end: string) =>
    phrasings.flatMap((own) =>
      pick(own).map((template) => new RegExp(`^(?:${compileTemplate(template, own.onderdelen)})${end}`, 'u')),
    );
  const fillers = new Set(phrasings.flatMap(({ vulwoorden }) => vulwoorden));
  const withoutFillers = (tokens: readonly string[]) => tokens.filter((token) => !fillers.has(token));
  const frames = compileAll(({ kaders }) => kaders, '$');
  const followUps = FOLLOW_UP_KINDS.map(
    (kind) => [kind, compileAll(({ vervolg }) => vervolg[kind] ?? [], '$')] as const,
  );
  const subjectless = compileAll(({ zonder_onderwerp }) => zonder_onderwerp, '$');
  const closings = compileAll(({ afsluiting }) => afsluiting, '');
  const questions = compileAll(({ vraagzin }) => vraagzin, '');
  const drafts = compileAll(({ concept }) => concept, '$');
  const matchesOne = (patterns: readonly RegExp[], tokens: readonly string[]) => {
    if (tokens.length === 0 || tokens.length > MAX_PHRASE_WORDS) return false;
    const bare = withoutFillers(tokens);
    return (bare.length === tokens.length ? [tokens] : [tokens, bare]).some((words) => {
      const text = joined(words);
      return patterns.some((pattern) => pattern.test(text));
    });
  };

  return {
    phrasings,
    stripFrame: (tokens, isContent) => {
      let subject = tokens;
      for (let count = 0; count < MAX_FRAMES; count += 1) {
        const inner = innermost(frames, withoutFillers(subject), isContent);
        if (inner === undefined) break;
        subject = inner;
      }
      return subject;
    },
    followUpKind: (tokens) => followUps.find(([, patterns]) => matchesOne(patterns, tokens))?.[0],
    isSubjectless: (tokens) => matchesOne(subjectless, tokens),
    opensClosing: (tokens) => matchesOne(closings, tokens.slice(0, MAX_PHRASE_WORDS)),
    opensQuestion: (tokens) => matchesOne(questions, tokens.slice(0, MAX_PHRASE_WORDS)),
    introducesDraft: (tokens) => matchesOne(drafts, tokens),
  };
}

/** The shortest subject that a frame leaves. */
function innermost(
  frames: readonly RegExp[],
  tokens: readonly string[],
  isContent: (token: string) => boolean,
): readonly string[] | undefined {
  if (tokens.length < 2 || tokens.length > MAX_FRAMED_WORDS) return undefined;
  const text = joined(tokens);
  let best: readonly string[] | undefined;
  for (const frame of frames) {
    const subject = frame.exec(text)?.groups?.['x']?.trim().split(' ');
    if (subject === undefined || subject.length >= (best ?? tokens).length) continue;
    if (subject.some(isContent)) best = subject;
  }
  return best;
}

function joined(tokens: readonly string[]): string {
  return `${tokens.join(' ')} `;
}
