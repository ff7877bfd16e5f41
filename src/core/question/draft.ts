import { parseText } from './normalize.ts';
import type { PhrasingMatcher } from './phrasings.ts';

/** A shorter text between quotation marks is a term, not a draft. */
const MIN_QUOTED_WORDS = 4;
/** A shorter text after a colon mostly tells what the draft is about ("mag ik dit delen: een foto van de borrel"). */
const MIN_WORDS = 7;

/** An introduction, what separates it from the draft, and the draft. */
const INTRODUCED = /^(?<ask>[^:\n"“„«]+)(?<mark>[:\n"“„«])(?<draft>[^]+)$/u;
/** A draft between quotation marks, and the question behind it. */
const QUOTED = /^\s*["“„«](?<draft>[^"”“»]+)["”“»](?<ask>[^]+)$/u;
const OPENING_QUOTE = /["“„«]/u;

/** Returns whether a message is a draft that somebody wants to post, with the question whether that is all right. */
export function isDraft(text: string, phrasings: Pick<PhrasingMatcher, 'introducesDraft'>): boolean {
  return [INTRODUCED, QUOTED].some((form) => {
    const { ask = '', mark = '"', draft = '' } = form.exec(text)?.groups ?? {};
    const isQuoted = OPENING_QUOTE.test(mark) || OPENING_QUOTE.test(draft.trimStart().charAt(0));
    return (
      parseText(draft).tokens.length >= (isQuoted ? MIN_QUOTED_WORDS : MIN_WORDS) &&
      phrasings.introducesDraft(parseText(ask).tokens)
    );
  });
}
