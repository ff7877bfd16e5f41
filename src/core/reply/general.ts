import type { Guidance, Knowledge } from '../model.ts';
import type { Language } from '../types.ts';

/**
 * Returns the guidance whose facts and sentences are used where the bot speaks of itself: the only one, or what several
 * have in common: their titles and an example. Throws a `TypeError` when there is no guidance.
 */
export function generalGuidance(
  { guidances, texts }: Pick<Knowledge, 'guidances' | 'texts'>,
  language: Language,
): Guidance {
  const [main, ...others] = guidances;
  if (main === undefined) throw new TypeError('knowledge without a guidance');
  if (others.length === 0) return main;
  const titles = new Intl.ListFormat(language, { type: 'conjunction' });
  const firstOf = (kind: 'example' | 'silentExample') => {
    const text = guidances.map((guidance) => guidance[kind][language]).find((each) => each !== undefined);
    return text === undefined ? {} : { [language]: text };
  };
  return {
    slug: main.slug,
    title: titles.format(guidances.map(({ title }) => title)),
    edition: '',
    language: main.language,
    contact: {},
    example: firstOf('example'),
    silentExample: firstOf('silentExample'),
    entries: [],
    practice: [],
    words: main.words,
    texts: texts ?? main.texts,
  };
}
