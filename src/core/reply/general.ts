import type { Guidance, Knowledge } from '../model.ts';
import type { Language } from '../types.ts';
import { titleInSentence } from './say.ts';
import type { ReplyContext } from './say.ts';

/**
 * Returns a function that returns the context of what the bot says of itself, by default in the language of the first guidance:
 * the facts and sentences of the only guidance, or what several have in common, their titles and examples. Throws a `TypeError`
 * when there is no guidance.
 */
export function createContexts(knowledge: Knowledge): (language?: Language) => ReplyContext {
  const general = { nl: generalGuidance(knowledge, 'nl'), en: generalGuidance(knowledge, 'en') };
  return (language = general.nl.language) => ({ guidance: general[language], language });
}

/** The guidance that the bot speaks of itself with: the only one, or what several have in common. */
function generalGuidance(
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
    titleInSentence: {
      [language]: titles.format(guidances.map((guidance) => titleInSentence(guidance, language))),
    },
    edition: '',
    language: main.language,
    contact: {},
    example: firstOf('example'),
    silentExample: firstOf('silentExample'),
    source: [],
    entries: [],
    practice: [],
    words: main.words,
    texts: texts ?? main.texts,
  };
}
