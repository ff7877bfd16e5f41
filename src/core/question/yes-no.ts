import { parseText, wordKey } from './normalize.ts';
import type { Sentence } from './normalize.ts';
import type { PhrasingMatcher } from './phrasings.ts';

type YesNo = Pick<PhrasingMatcher, 'opensQuestion' | 'turningWords' | 'withoutYesNo' | 'yesNoKind'>;

/** Returns an explanation as it answers a message, given the entry's own question. */
export type Fit = (explanation: string, question: string, isSure: boolean) => string;

/** How an entry was asked for. */
export interface Asked {
  /** False when something else may be meant: then the heading is the entry's question, not its claim. */
  readonly isSure?: boolean;
  /** Fits the explanation to the message. */
  readonly fit?: Fit;
  /** Whether what it is about is online already. */
  readonly isPosted?: boolean;
}

/** A comma or colon before other words; what stands on either side can be the question. */
const BETWEEN_CLAUSES = /[,:]\s+/gu;

/**
 * Returns a function from a message to one that fits an explanation to it: an explanation keeps the yes or no that it begins
 * with only where the message asks in the sense of the entry's own question. When in doubt (also when it is not sure that
 * the entry is what was asked) it is left off: without it an explanation is never wrong.
 */
export function createFit(
  { stripGreetings }: { readonly stripGreetings: (sentences: readonly Sentence[]) => readonly Sentence[] },
  phrasings: YesNo,
): (message: string) => Fit {
  return (message) => (explanation, question, isSure) => {
    const without = phrasings.withoutYesNo(explanation);
    if (without === explanation || wordKey(message) === wordKey(question)) return explanation;
    const sense = isSure ? senseOf(message) : undefined;
    return sense !== undefined && sense === senseOf(question) ? explanation : without;
  };

  /** What a message with one yes/no question asks, with the words that turn it; `undefined` for any other message. */
  function senseOf(message: string): string | undefined {
    const { sentences } = parseText(message.replace(BETWEEN_CLAUSES, '; '), phrasings.opensQuestion);
    const parts = stripGreetings(sentences);
    const [asked, ...others] = parts.filter(isAsked);
    if (asked === undefined || others.length > 0) return undefined;
    const kind = phrasings.yesNoKind(asked.tokens);
    const turning = phrasings.turningWords(parts.flatMap(({ tokens }) => tokens));
    return kind && [kind, ...turning].join(' ');
  }

  function isAsked({ isQuestion, tokens }: Sentence): boolean {
    return isQuestion || phrasings.opensQuestion(tokens) || phrasings.yesNoKind(tokens) !== undefined;
  }
}
