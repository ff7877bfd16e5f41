import type { Guidance, Quote } from '../model.ts';
import type { Citation } from '../types.ts';
import { say } from './say.ts';
import type { ReplyContext } from './say.ts';

/** Returns the quotes in groups of neighbours from one section. */
export function runsOf(quotes: readonly Quote[]): Quote[][] {
  const runs: Quote[][] = [];
  for (const quote of quotes) {
    const last = runs.at(-1);
    if (last !== undefined && last[0]?.section === quote.section) last.push(quote);
    else runs.push([quote]);
  }
  return runs;
}

/** Returns the citation of quotes from one section. */
export function citation(run: readonly Quote[], context: ReplyContext): Citation {
  const { slug, edition } = context.guidance;
  const section = run[0]?.section;
  return {
    label: sourceLabel(context),
    ...(section !== undefined && { section }),
    guidance: slug,
    edition,
    sentences: [...new Set(run.flatMap(({ sentences }) => sentences))],
  };
}

/** Returns the short title of a guidance with its date or version. */
export function sourceLabel(context: ReplyContext): string {
  return say(context, 'citaat_bron', { titel: shortTitleOf(context.guidance) });
}

/** Returns what a guidance is called beside another text. */
export function shortTitleOf({ title, shortTitle = title }: Pick<Guidance, 'title' | 'shortTitle'>): string {
  return shortTitle;
}
