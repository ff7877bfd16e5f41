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
  const example = guidances.map((guidance) => guidance.example[language]).find((text) => text !== undefined);
  return {
    slug: main.slug,
    title: titles.format(guidances.map(({ title }) => title)),
    edition: '',
    language: main.language,
    contact: {},
    example: example === undefined ? {} : { [language]: example },
    entries: [],
    practice: [],
    words: main.words,
    texts: texts ?? main.texts,
  };
}
