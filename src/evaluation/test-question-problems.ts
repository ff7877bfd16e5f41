import type { ReplyKind } from '../core/index.ts';
import type { Problem, TrainedSubject } from '../knowledge/index.ts';
import { shownId } from './shown-id.ts';
import type { TestResult } from './trained-results.ts';

/** How many test questions got what their editor expects. */
export interface TestCounts {
  readonly right: number;
  /** It was one of the choices. */
  readonly offered: number;
  readonly total: number;
}

/** Counts the results of test questions. */
export function countTests(results: readonly TestResult[]): TestCounts {
  return {
    right: results.filter(isRight).length,
    offered: results.filter(({ outcome }) => outcome === 'offered').length,
    total: results.length,
  };
}

const isRight = ({ outcome }: TestResult) => outcome === 'right' || outcome === 'rejected';

/** A warning for each test question that gets something else than expected; advice where the right entry is only offered. */
export function testQuestionProblems(
  { knowledge, testQuestions }: TrainedSubject,
  results: readonly TestResult[],
): Problem[] {
  const shown = (ids: readonly string[]) => ids.map((id) => shownId(knowledge, id));
  return testQuestions.flatMap(({ text, entries, file, line }, index): Problem[] => {
    const result = results[index];
    if (result === undefined || isRight(result)) return [];
    const expected =
      entries.length === 0 ? 'valt buiten het onderwerp' : `hoort bij ${names(shown(entries), ' of ')}`;
    const isOffered = result.outcome === 'offered';
    return [
      {
        kind: isOffered ? 'proefvraag-keuze' : 'proefvraag-fout',
        file,
        line: line(),
        message: `“${text}” ${expected}, ${isOffered ? 'en' : 'maar'} ${got({ ...result, entries: shown(result.entries) })}.`,
        advice: isOffered
          ? 'Zet bij die vraag een variant met dezelfde woorden, in een andere zin.'
          : 'Zet bij die vraag varianten met dezelfde woorden, in andere zinnen. Klopt het antwoord toch? Pas dan de proefvraag aan.',
      },
    ];
  });
}

/** What the bot does with a question that gets no entry. */
const WITHOUT_ENTRY: Readonly<Partial<Record<ReplyKind, string>>> = {
  unknown: 'de bot begrijpt hem niet',
  help: 'krijgt de hulp van de bot',
  topics: 'krijgt de lijst met onderwerpen',
  about: 'krijgt de tekst over de bot',
};

function got({ kind, entries }: TestResult): string {
  if (kind === 'choices') return `de bot laat kiezen uit ${names(entries, ' en ')}`;
  return entries.length > 0
    ? `krijgt ${names(entries, ' en ')}`
    : (WITHOUT_ENTRY[kind] ?? 'krijgt geen antwoord');
}

/** Ids in quotation marks, with this word before the last. */
function names(ids: readonly string[], word: string): string {
  const quoted = ids.map((id) => `“${id}”`);
  return [quoted.slice(0, -1).join(', '), ...quoted.slice(-1)].filter((part) => part !== '').join(word);
}
