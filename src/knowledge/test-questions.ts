import { clean } from '../core/index.ts';
import type { Guidance } from '../core/index.ts';
import type { Problem } from './problems.ts';
import type { ParsedFile } from './read-yaml.ts';
import type { RawTestQuestions } from './test-questions-schema.ts';

/** A question of the editor's own, to try the bot with. The bot never learns from it. */
export interface TestQuestion {
  readonly text: string;
  /** Ids of the entries that are right; none when it is out of scope. */
  readonly entries: readonly string[];
}

/** A test question with its place. */
export interface LocatedTestQuestion extends TestQuestion {
  readonly file: string;
  /** Of its text, 1-based. */
  readonly line: () => number | undefined;
  /** Of its ids, 1-based. */
  readonly entriesLine: number | undefined;
}

/** Builds the test questions of one file. Adds a problem for a question without one expectation. */
export function buildTestQuestions(
  { file, data, lineOf }: ParsedFile<RawTestQuestions>,
  problems: Problem[],
): LocatedTestQuestion[] {
  return data.map(({ vraag, bij = [], buiten = false }, index) => {
    const entries = [bij].flat();
    if (entries.length > 0 === buiten) {
      problems.push({
        kind: 'vorm',
        file,
        line: lineOf([index]),
        message: `Bij “${vraag}” staat niet wat de bot hoort te doen.`,
        advice: 'Zet erbij “bij:” met het id van een vraag, of “buiten: true”. Eén van de twee.',
      });
    }
    return {
      text: vraag,
      entries,
      file,
      line: () => lineOf([index, 'vraag']),
      entriesLine: lineOf([index, 'bij']),
    };
  });
}

/** A warning for each test question that the bot has learned: it would measure memory instead of understanding. */
export function learnedTestQuestions(
  questions: readonly LocatedTestQuestion[],
  sources: readonly Pick<Guidance, 'entries' | 'practice'>[],
): Problem[] {
  const learned = new Set(
    sources
      .flatMap(({ entries, practice }) => [
        ...practice.map(({ text }) => text),
        ...entries.flatMap(({ wording }) =>
          Object.values(wording).flatMap(({ question, variants }) => [question, ...variants]),
        ),
      ])
      .map(bare),
  );
  return questions
    .filter(({ text }) => learned.has(bare(text)))
    .map(({ text, file, line }) => ({
      kind: 'proefvraag-geleerd',
      file,
      line: line(),
      message: `De proefvraag “${text}” staat ook bij de varianten of de praktijkvragen.`,
      advice: 'Vraag het hier met andere woorden: zo zie je of de bot ook begrijpt wat hij niet leerde.',
    }));
}

/** Equal for texts that differ in capitals, punctuation and white space only. */
const bare = (text: string) =>
  clean(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
