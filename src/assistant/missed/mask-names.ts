import type { Lexicon } from './lexicon.ts';
import { endsPhrase } from './lexicon.ts';
import { lastLine, signatureAfter } from './signature.ts';
import { wordsOf } from './words.ts';
import type { Word } from './words.ts';
import { createNameTests } from './name-tests.ts';
import type { NameTests } from './name-tests.ts';

/**
 * Returns the text with `mask` for names: those of the lists, capitalized words within a sentence that are no proper
 * names, unknown words where a name belongs (after "collega", "mijn naam is", "mevr."), and what follows a closing.
 */
export function maskNames(text: string, mask: string, lexicon: Lexicon): string {
  const words = wordsOf(text);
  const tests = createNameTests(words, lexicon);
  const isName = words.map((_, index) => tests.isName(index));
  words.forEach((_, index) => {
    markCued(index, words, isName, tests, lexicon);
  });
  while (markNeighbours(words, isName, tests)) {
    // Until no name grows.
  }
  const spans = words.flatMap(({ start, end }, index) =>
    isName[index] === true ? [[start, end] as const] : [],
  );
  const signature = words
    .map((_, index) => signatureAfter(words, index, text, lexicon, tests))
    .find((found) => found !== undefined);
  for (const span of [signature, lastLine(words, text, tests)]) if (span !== undefined) spans.push(span);
  return replaceSpans(text, spans, mask);
}

/** Marks the name after this word, if a name belongs there. */
function markCued(
  index: number,
  words: readonly Word[],
  isName: boolean[],
  tests: NameTests,
  { list }: Lexicon,
): void {
  const gap = words[index]?.gap ?? '';
  const isAfter = (name: Parameters<Lexicon['list']>[0]) => endsPhrase(words, index, list(name));
  if (tests.isStart(index) && isAfter('groeten')) {
    if (tests.isLikelyName(index + 1)) markAll(isName, index + 1, index + 1);
    for (const last of [index + 1, index + 2]) {
      if (
        /^ $/.test(gap) &&
        tests.isJoined(index + 1, last) &&
        tests.couldBeName(index + 1, last) &&
        tests.endsClause(last)
      )
        markAll(isName, index + 1, last);
    }
  }
  const isIntroduced = isAfter('voorstellen');
  const isSure = isIntroduced || isAfter('aanspreking');
  if ((!isSure && !isAfter('rollen')) || !/^(?: |\.? ?:? ?|, | \()$/.test(gap)) return;
  const { last, isNamelike } = tests.skipParticles(index + 1);
  if (!(isSure || isNamelike ? tests.couldBeName(last, last) : tests.isLikelyName(last))) return;
  markAll(isName, index + 1, last);
  // "mijn naam is roos bloem, mag ik": the end of the name is that of the clause, or a stop word.
  const next = last + 1;
  if (
    isIntroduced &&
    tests.isJoined(last, next) &&
    tests.couldBeName(next, next) &&
    (tests.endsClause(next) || tests.isStop(next + 1))
  )
    markAll(isName, next, next);
}

/** Extends names to their neighbours: initials, particles, other names, unknown words. Returns whether any grew. */
function markNeighbours(words: readonly Word[], isName: boolean[], tests: NameTests): boolean {
  const before = isName.filter(Boolean).length;
  words.forEach((word, index) => {
    if (isName[index] !== true) return;
    const [previous, next] = [index - 1, index + 1];
    if (tests.isJoined(previous, index) && tests.mayPrecedeName(previous)) isName[previous] = true;
    if (tests.isJoined(index, next)) {
      const { last, isNamelike } = tests.skipParticles(next);
      const continues = last > next && isNamelike ? tests.couldBeName(last, last) : tests.mayFollowName(last);
      if (continues) markAll(isName, next, last);
      // "Wubbo en nynke"
      const after = next + 1;
      if (
        /^(?:en|of|and|or)$/.test(words[next]?.folded ?? '') &&
        tests.isJoined(next, after) &&
        tests.isLikelyName(after)
      )
        isName[after] = true;
    } else if (/^(?:, | & )$/.test(word.gap) && tests.isLikelyName(next)) isName[next] = true;
  });
  return isName.filter(Boolean).length > before;
}

function markAll(isName: boolean[], first: number, last: number): void {
  isName.fill(true, first, last + 1);
}

/** Replaces spans of offsets; those with nothing but punctuation between them get one mask. */
function replaceSpans(text: string, spans: readonly (readonly [number, number])[], mask: string): string {
  let result = '';
  let done = 0;
  for (const [start, end] of [...spans].sort(([a], [b]) => a - b)) {
    if (end <= done) continue;
    const gap = text.slice(done, Math.max(start, done));
    const isSame = result.endsWith(mask) && /^[ .'’-]*$/.test(gap) && !gap.includes('. ');
    result += isSame ? '' : gap + mask;
    done = end;
  }
  return result + text.slice(done);
}
