import { isWebAddress, linksIn } from '../check-links.ts';
import { textsOf } from '../entry-texts.ts';
import type { EntryText } from '../entry-texts.ts';
import type { Problem } from '../problems.ts';
import type { Subject } from './subject.ts';

type Found = Pick<Problem, 'kind' | 'message' | 'advice'>;

const MAX_SENTENCES = 2;
const MAX_WORDS = 40;
const MAX_SENTENCE_WORDS = 20;

/** What an editor explains in too many or too hard words. */
export function checkWording({ located, hardWords }: Subject): Problem[] {
  return located.flatMap((current) =>
    textsOf(current).flatMap((text): Problem[] => {
      if (text.role === 'question' || text.role === 'variant') return [];
      const found = [...explainLength(text), ...explainHardWords(text, hardWords)];
      return found.map((problem) => ({
        file: current.file,
        line: text.line(),
        entry: current.entry.id,
        ...problem,
      }));
    }),
  );
}

const countWords = (text: string) => text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;

function explainLength({ role, language, text }: EntryText): Found[] {
  const segments = [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)];
  const sentences = segments.map(({ segment }) => segment.trim());
  const words = countWords(text);
  const advice = `Maak er hoogstens ${MAX_SENTENCES} zinnen en ${MAX_WORDS} woorden van.`;
  const isLong = role === 'answer' && (sentences.length > MAX_SENTENCES || words > MAX_WORDS);
  return [
    ...(isLong
      ? [
          {
            kind: 'lange-uitleg' as const,
            message: `De uitleg heeft ${sentences.length === 1 ? '1 zin' : `${sentences.length} zinnen`} en ${words} woorden.`,
            advice,
          },
        ]
      : []),
    ...sentences
      .filter((sentence) => countWords(sentence) > MAX_SENTENCE_WORDS)
      .map((sentence) => ({
        kind: 'lange-zin' as const,
        message: `Deze zin heeft ${countWords(sentence)} woorden: “${sentence}”`,
        advice: `Maak er twee zinnen van, of maak hem korter dan ${MAX_SENTENCE_WORDS} woorden.`,
      })),
  ];
}

function explainHardWords({ language, text }: EntryText, hardWords: Subject['hardWords']): Found[] {
  if (language !== 'nl') return [];
  const padded = ` ${(text.toLowerCase().match(/[\p{L}\p{N}'’-]+/gu) ?? []).join(' ')} `;
  return [...hardWords].flatMap(([hard, easy]) =>
    padded.includes(` ${hard} `)
      ? [
          {
            kind: 'moeilijk-woord' as const,
            message: `“${hard}” is een moeilijk woord.`,
            advice: `Schrijf bijvoorbeeld “${easy}”.`,
          },
        ]
      : [],
  );
}

/** Web addresses in what an editor wrote that no program can open. */
export function checkLinks({ located }: Subject): Problem[] {
  return located.flatMap((current) =>
    textsOf(current).flatMap(({ role, text, line }): Problem[] => {
      // Those in a pointer are errors.
      if (role === 'variant' || role === 'pointer') return [];
      const wrong = linksIn(text).filter((link) => !isWebAddress(link));
      return wrong.map((link) => ({
        kind: 'kapotte-link',
        file: current.file,
        line: line(),
        entry: current.entry.id,
        message: `“${link}” is geen goed webadres.`,
        advice: 'Schrijf het hele adres, zonder haken: https://www.voorbeeld.nl/pagina',
      }));
    }),
  );
}
