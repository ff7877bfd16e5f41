import { calibrate, isOutOfScope } from './match/calibration.ts';
import type { Analysis, Matcher } from './match/matcher.ts';
import { needsContext } from './question/follow-up.ts';
import { stripGreetings } from './question/greetings.ts';
import { createLiteralLookup } from './question/literal.ts';
import type { ParsedText, Sentence } from './question/normalize.ts';
import { wordingOf } from './reply/compose.ts';
import type { GuidanceEntry } from './reply/compose.ts';
import { decide, decideLiteral } from './reply/decide.ts';
import type { Decision, MatchedEntry } from './reply/decide.ts';
import type { Match, Previous } from './types.ts';

/** What a question was found to be about. */
export interface Understood {
  readonly decision: Decision;
  /** Highest confidence first. */
  readonly matches: readonly MatchedEntry[];
  /** Whether the message is about something else than the guidances: its matches mean nothing then. */
  readonly isOutOfScope: boolean;
  readonly analysis: Analysis;
}

/** Finds what questions are about. */
export interface Understanding {
  /** Whether an editor wrote this message as a question or variant. */
  readonly isLiteral: (parsed: ParsedText) => boolean;
  /** Understands a message as one question; a follow-up in the context of the reply before it. */
  readonly understand: (parsed: ParsedText, previous: Previous | undefined) => Understood;
  /**
   * Understands a message that is nothing but two or three questions. Returns the match of each, highest confidence first;
   * `undefined` for any other message, or when two questions share an entry or one has none.
   */
  readonly understandEach: (parsed: ParsedText) => readonly Match[] | undefined;
}

const MAX_QUESTIONS = 3;
/** Content words of what may stand between the questions ("twee vragen:"). */
const MAX_WORDS_BETWEEN = 1;
const ANSWERED: readonly Decision['kind'][] = ['answer', 'silent', 'checklist'];

/** Creates the understanding of the entries that `matcher` has and `lookUp` finds. */
export function createUnderstanding(
  matcher: Matcher,
  lookUp: (id: string) => GuidanceEntry | undefined,
): Understanding {
  const findLiteral = createLiteralLookup(matcher.entries);

  return { isLiteral: ({ tokens }) => findLiteral(tokens).length > 0, understand, understandEach };

  function understand(parsed: ParsedText, previous: Previous | undefined): Understood {
    const analysis = analyse(parsed, previous);
    const matches = calibrate(analysis, matcher.entries).flatMap(({ score, confidence }): MatchedEntry[] => {
      const entry = matcher.entries[score.entry];
      const words = () => matcher.wordsFor(analysis.words, score.entry);
      return entry === undefined ? [] : [{ entry, match: { entry: entry.id, confidence, words } }];
    });
    const outside = isOutOfScope(analysis);
    const decision =
      decideLiteral(findLiteral(parsed.tokens), matches) ??
      decide(outside ? [] : matches, analysis.words.length === 1);
    return { decision, matches, isOutOfScope: outside, analysis };
  }

  function understandEach({ text, sentences }: ParsedText): readonly Match[] | undefined {
    const parts = stripGreetings(sentences, matcher.lexicon);
    const questions = parts.filter(({ isQuestion }) => isQuestion);
    if (questions.length < 2 || questions.length > MAX_QUESTIONS) return undefined;
    const between = parts.filter(({ isQuestion }) => !isQuestion);
    if (between.some((part) => matcher.analyse(alone(part)).words.length > MAX_WORDS_BETWEEN))
      return undefined;
    const matches = questions.flatMap((part) => {
      const { decision } = understand(alone(part), undefined);
      return 'match' in decision && ANSWERED.includes(decision.kind) ? [decision.match] : [];
    });
    const areDistinct = new Set(matches.map(({ entry }) => entry)).size === questions.length;
    return areDistinct ? matches.sort((a, b) => b.confidence - a.confidence) : undefined;

    function alone(sentence: Sentence): ParsedText {
      return { text, sentences: [sentence], tokens: sentence.tokens };
    }
  }

  /** Scores a question; a follow-up in the context of the reply before it. */
  function analyse(parsed: ParsedText, previous: Previous | undefined): Analysis {
    const analysis = matcher.analyse(parsed);
    const last = previous?.entry === undefined ? undefined : lookUp(previous.entry);
    const offered = (previous?.offered ?? []).flatMap((id) => lookUp(id) ?? []);
    const subjects = offered.length > 0 ? offered : last === undefined ? [] : [last];
    if (subjects.length === 0 || !needsContext(parsed.tokens, analysis, matcher.lexicon)) return analysis;
    const near = subjects.flatMap(({ entry }) => [
      entry,
      ...entry.related.flatMap((id) => lookUp(id)?.entry ?? []),
    ]);
    return matcher.analyse(parsed, {
      // Entries were only offered, so there is no question to add as context.
      text: offered.length > 0 || last === undefined ? '' : wordingOf(last, analysis.language).question,
      near: new Set(near.map((entry) => matcher.entries.indexOf(entry))),
    });
  }
}
