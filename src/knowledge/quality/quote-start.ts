import type { Language, Quote } from '../../core/index.ts';
import type { Problem } from '../problems.ts';
import type { Subject } from './subject.ts';

/** Words that begin a sentence which rests on the one before it. */
const DANGLING: Readonly<Record<Language, ReadonlySet<string>>> = {
  nl: new Set(['daardoor', 'daarom', 'dus', 'hierdoor', 'ook']),
  en: new Set(['also', 'consequently', 'hence', 'therefore', 'thus']),
};
/** With one of these a sentence rests on the one before it as well: quoting it along would not help. */
const POINTING: Readonly<Record<Language, ReadonlySet<string>>> = {
  nl: new Set(['daar', 'dan', 'dat', 'deze', 'die', 'dit', 'er', 'hier', 'zo']),
  en: new Set(['that', 'then', 'there', 'these', 'this', 'those']),
};

/** Quotes that begin with a word for the sentence before it, which could be quoted along. */
export function checkQuoteStart({ located, source, language }: Subject): Problem[] {
  const sentenceBefore = new Map(
    source.paragraphs.flatMap(({ parts }) => {
      const numbered = parts.filter(({ number }) => number !== undefined);
      return numbered.flatMap(({ number }, index) => {
        const previous = numbered[index - 1];
        return number === undefined || previous === undefined ? [] : [[number, previous] as const];
      });
    }),
  );
  return located.flatMap(({ entry, file, lineOf }) =>
    entry.quotes.flatMap((quote, at): Problem[] => {
      const previous = sentenceBefore.get(quote.sentences[0] ?? 0);
      const word = firstWord(quote.text);
      if (previous === undefined || !DANGLING[language].has(word.toLowerCase())) return [];
      const before = firstWord(previous.text).toLowerCase();
      if (DANGLING[language].has(before) || POINTING[language].has(before)) return [];
      if (!/^\p{Lu}/u.test(word) || followsOn(entry.quotes[at - 1], previous.number)) return [];
      return [
        {
          kind: 'citaat-los-begin',
          file,
          line: lineOf('citaten', at) ?? lineOf(),
          entry: entry.id,
          message: `Dit citaat begint met “${word}”, maar de zin waar dat over gaat staat er niet bij: “${quote.text}”`,
          advice: `Zet de zin ervoor er ook in: “${previous.text.trim()} ${quote.text}”`,
        },
      ];
    }),
  );
}

const firstWord = (text: string) => /^\p{L}+/u.exec(text)?.[0] ?? '';

/** Whether a quote is shown right above and ends with this sentence. */
function followsOn(above: Quote | undefined, sentence: number | undefined): boolean {
  return above?.sentences.at(-1) === sentence;
}
