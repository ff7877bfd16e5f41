import type { Decision } from '../working-copy/decided.ts';
import type { KnownEntry } from '../working-copy/known-entries.ts';
import type { MissedFilter, MissedView } from './content.ts';
import { shownGroups } from './groups.ts';
import type { MissedText } from './groups.ts';
import { MISSED_REASONS } from './read-missed.ts';
import type { Groups, MissedQuestions } from './source.ts';

/** Groups on a page. */
const PAGE_SIZE = 20;

/** Returns a function that tells what became of a question; `undefined` when it waits. */
export function decisionsOf(
  { texts, decided }: MissedQuestions,
  entries: readonly KnownEntry[],
): (text: MissedText) => Decision | 'kennis' | undefined {
  const known = new Set(entries.flatMap(({ phrases }) => phrases.map(folded)));
  const decisions = decided.of(texts.map(({ text }) => text));
  return ({ text }) => decisions.get(text) ?? (known.has(folded(text)) ? 'kennis' : undefined);
}

/** Returns what the page shows: what waits, without what was decided or stands in the knowledge by now. */
export function viewOf(
  missed: MissedQuestions,
  { grouped }: Groups,
  entries: readonly KnownEntry[],
  slugs: readonly string[],
  query: Readonly<Record<string, string>>,
): MissedView {
  const { from, texts } = missed;
  const decisionOf = decisionsOf(missed, entries);
  const filter = filterIn(query);
  const isWanted = (text: MissedText) =>
    decisionOf(text) === undefined &&
    (filter.reason === undefined || text.said.some(({ reason }) => reason === filter.reason));
  const words = folded(filter.words);
  const all = shownGroups(texts, grouped, isWanted).filter(
    ({ questions }) => words === '' || questions.some(({ text }) => folded(text).includes(words)),
  );
  const pages = Math.max(1, Math.ceil(all.length / PAGE_SIZE));
  const page = Math.min(filter.page, pages);
  return {
    from,
    groups: all.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
    total: all.length,
    filter: { ...filter, page },
    pages,
    entries,
    slugs,
    decided: texts.flatMap((text) => {
      const decision = decisionOf(text);
      return decision === undefined ? [] : [[text, decision] as const];
    }),
  };
}

function filterIn({ reden, woorden = '', pagina }: Readonly<Record<string, string>>): MissedFilter {
  const page = Number(pagina);
  return {
    reason: MISSED_REASONS.find((one) => one === reden),
    words: woorden.trim(),
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

function folded(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').trim();
}
