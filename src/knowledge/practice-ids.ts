import type { PracticeQuestion } from '../core/index.ts';

/** What stands behind `bij` of practice questions about something else. */
export const OUT_OF_SCOPE = 'geen';
/** The same, of questions about the subject that the guidance does not answer. */
export const UNANSWERED = 'staat-er-niet-in';
/** The ids that no entry may have. */
export const NO_ENTRY: readonly string[] = [OUT_OF_SCOPE, UNANSWERED];

/** Returns a practice question with this text behind `bij`. */
export function practiceQuestion(text: string, bij: string): PracticeQuestion {
  if (bij === UNANSWERED) return { text, entry: null, isOnSubject: true };
  return { text, entry: bij === OUT_OF_SCOPE ? null : bij };
}

/** Returns what stands behind `bij` of a practice question. */
export function bijOf({ entry, isOnSubject = false }: PracticeQuestion): string {
  return entry ?? (isOnSubject ? UNANSWERED : OUT_OF_SCOPE);
}
