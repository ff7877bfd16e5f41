import type { Entry } from './model.ts';
import { calibrate, isAboutNone } from './match/calibration.ts';
import type { Analysis } from './match/analysis.ts';
import type { Matcher } from './match/matcher.ts';
import { needsContext } from './question/follow-up.ts';
import { createLiteralLookup } from './question/literal.ts';
import { listItems } from './question/list-items.ts';
import type { ParsedText, Sentence } from './question/normalize.ts';
import type { PhrasingMatcher } from './question/phrasings.ts';
import { wordingOf } from './reply/compose.ts';
import type { GuidanceEntry } from './reply/compose.ts';
import { decide, decideLiteral, decidePhrase } from './reply/decide.ts';
import type { Decision, MatchedEntry } from './reply/decide.ts';
import type { Match, Previous } from './types.ts';

/**
 * How a decision was made: an editor wrote the question; it is about the subject of the guidances, but about none of the
 * entries; it is about something else, so that its matches mean nothing; or by confidence.
 */
export type Basis = 'written' | 'unanswered' | 'out-of-scope' | 'confidence';

/** What a question was found to be about. */
export interface Understood {
  readonly decision: Decision;
  /** Highest confidence first. */
  readonly matches: readonly MatchedEntry[];
  readonly basis: Basis;
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

type Scored = Pick<Understood, 'matches' | 'analysis'>;

const MAX_QUESTIONS = 3;
/** Content words of a question that can be understood without the sentences around it. */
const MIN_QUESTION_WORDS = 2;
/** How much surer the questions alone must be than the whole message. */
const MIN_GAIN = 0.1;
/** Content words of what may stand between the questions ("twee vragen:"). */
const MAX_WORDS_BETWEEN = 3;
const ANSWERED: readonly Decision['kind'][] = ['answer', 'silent', 'checklist'];

/** Creates the understanding of the entries that `matcher` has and `lookUp` finds. */
export function createUnderstanding(
  matcher: Matcher,
  lookUp: (id: string) => GuidanceEntry | undefined,
  phrasings: Pick<PhrasingMatcher, 'opensAnother'>,
): Understanding {
  const findLiteral = createLiteralLookup(matcher.entries);

  return { isLiteral: ({ tokens }) => findLiteral(tokens).length > 0, understand, understandEach };

  function understand(parsed: ParsedText, previous: Previous | undefined): Understood {
    const whole = matcher.analyse(parsed);
    const inContext = analyseInContext(whole, parsed, previous);
    const { analysis, matches } = surest(
      scored(inContext),
      inContext === whole ? questionsAlone(parsed) : undefined,
    );
    const outside = isAboutNone(analysis);
    const written = decideLiteral(literalEntries(parsed), matches);
    const decision =
      written ??
      decidePhrase(whole, parsed.tokens.length) ??
      decideLost(whole, parsed, previous) ??
      decide(outside ? [] : matches, analysis.words.length === 1);
    const none = analysis.isOnSubject ? 'unanswered' : 'out-of-scope';
    const basis = written !== undefined ? 'written' : outside ? none : 'confidence';
    return { decision, matches, basis, analysis };
  }

  /** A follow-up without a subject of its own, behind a message that was not understood, has nothing to be about. */
  function decideLost(analysis: Analysis, { tokens }: ParsedText, previous: Previous | undefined) {
    const isLost = previous?.missed === true && analysis.words.length === 0;
    return isLost && needsContext(tokens, analysis, matcher.lexicon)
      ? ({ kind: 'phrase', phrase: 'zonder_onderwerp' } as const)
      : undefined;
  }

  function scored(analysis: Analysis): Scored {
    const matches = calibrate(analysis, matcher.entries).flatMap(({ score, confidence }): MatchedEntry[] => {
      const entry = matcher.entries[score.entry];
      const words = () => matcher.wordsFor(analysis.words, score.entry);
      return entry === undefined ? [] : [{ entry, match: { entry: entry.id, confidence, words } }];
    });
    return { analysis, matches };
  }

  /** The questions of a message without the sentences around them; nothing when those are all, or ask nothing alone. */
  function questionsAlone({ text, sentences }: ParsedText): Scored | undefined {
    const parts = matcher.stripGreetings(sentences);
    const questions = parts.filter(({ isQuestion }) => isQuestion);
    if (questions.length === 0 || questions.length === parts.length) return undefined;
    const tokens = questions.flatMap((question) => question.tokens);
    const analysis = matcher.analyse({ text, sentences: questions, tokens });
    return analysis.words.length < MIN_QUESTION_WORDS ? undefined : scored(analysis);
  }

  /**
   * The whole message first; then without greetings; then its question, behind other sentences. Small talk is in the greeting
   * itself, so in a part only entries of other kinds count.
   */
  function literalEntries({ sentences, tokens }: ParsedText): readonly Entry[] {
    const whole = findLiteral(tokens);
    if (whole.length > 0) return whole;
    const parts = matcher.stripGreetings(sentences);
    const questions = parts.filter(({ isQuestion }) => isQuestion);
    return [parts, questions]
      .map((asked) => findLiteral(asked.flatMap((sentence) => sentence.tokens)))
      .map((found) => found.filter(({ kind }) => kind !== 'social'))
      .reduce((first, second) => (first.length > 0 ? first : second));
  }

  function understandEach({ text, sentences }: ParsedText): readonly Match[] | undefined {
    const items = listItems(text);
    const parts = matcher.stripGreetings(items ?? sentences);
    const isAsked = ({ isQuestion, tokens }: Sentence) => isQuestion || phrasings.opensAnother(tokens);
    const questions = items === undefined ? parts.filter(isAsked) : parts;
    if (questions.length < 2 || questions.length > MAX_QUESTIONS) return undefined;
    const between = parts.filter((part) => !questions.includes(part));
    if (between.some((part) => !isEmpty(alone(part)))) return undefined;
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

  /** Whether a sentence between questions asks nothing ("Ik heb twee vragen."). */
  function isEmpty(parsed: ParsedText): boolean {
    const analysis = matcher.analyse(parsed);
    return (
      analysis.words.length <= MAX_WORDS_BETWEEN || decidePhrase(analysis, parsed.tokens.length) !== undefined
    );
  }

  /** Scores a follow-up again, in the context of the reply before it; of any other question the same `analysis`. */
  function analyseInContext(
    analysis: Analysis,
    parsed: ParsedText,
    previous: Previous | undefined,
  ): Analysis {
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

/** In a story the sentences around a question explain it; in a message with chat around a question they obscure it. */
function surest(whole: Scored, questions: Scored | undefined): Scored {
  const confidence = ({ matches: [first] }: Scored) => first?.match.confidence ?? 0;
  return questions !== undefined && confidence(questions) > confidence(whole) + MIN_GAIN ? questions : whole;
}
