import { findEntry, fullId } from '../core/index.ts';
import type { Guidance } from '../core/index.ts';
import type { LocatedEntry } from './build.ts';
import type { LoadedGuidance } from './guidance.ts';
import type { LocatedTestQuestion } from './test-questions.ts';

/** Puts the name of a guidance before its ids, which editors write without it. */
export function withFullIds(guidance: Guidance): Guidance {
  const { slug, entries, practice } = guidance;
  const full = (id: string) => fullId(slug, id);
  return {
    ...guidance,
    entries: entries.map((entry) => ({ ...entry, id: full(entry.id), related: entry.related.map(full) })),
    practice: practice.map((question) =>
      question.entry === null ? question : { ...question, entry: full(question.entry) },
    ),
  };
}

/** The entries that the guidances have themselves, each with its full id. */
export function entriesWithIds(
  loaded: readonly LoadedGuidance[],
): readonly (LocatedEntry & { readonly id: string })[] {
  return loaded.flatMap(({ guidance: { slug }, located }) =>
    located.map((one) => ({ ...one, id: fullId(slug, one.entry.id) })),
  );
}

/** The test questions with full ids. One may be about shared small talk, which is in the first of `guidances`. */
export function testQuestionsWithIds(
  loaded: readonly LoadedGuidance[],
  guidances: readonly Guidance[],
): readonly LocatedTestQuestion[] {
  const all = guidances.flatMap(({ entries }) => entries);
  return loaded.flatMap(({ guidance: { slug }, testQuestions }) =>
    testQuestions.map((question) => ({
      ...question,
      entries: question.entries.map(
        (id) => findEntry(all, fullId(slug, id))?.id ?? findEntry(all, id)?.id ?? id,
      ),
    })),
  );
}
