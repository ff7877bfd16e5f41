import type { Quote } from '../core/index.ts';
import { cut } from '../shared/cut.ts';
import { nameOf, visible } from './advice/invisible.ts';
import type { Problem } from './problems.ts';
import { collapse, cutsWord, findQuote, nearestSentence } from './source.ts';
import type { Source } from './source.ts';

/** Adds a problem of one file. */
export type Report = (problem: Omit<Problem, 'file'>) => void;

/** The quotes that are in the source; reports the others. `lineOf` gives the line of a quote by its index. */
export function findQuotes(
  quotes: readonly string[],
  source: Source,
  lineOf: (at: number) => number | undefined,
  report: Report,
): Quote[] {
  return quotes.flatMap((text, at) => {
    const quote = findQuote(source, text);
    if (quote !== undefined && !cutsWord(source, text)) return [quote];
    report({ kind: 'citaat-niet-letterlijk', line: lineOf(at), ...explain(source, text, quote) });
    return [];
  });
}

/** Code units of a quote, and of the sentence that was meant, in a problem. */
const MAX_SHOWN = 200;

function explain(
  source: Source,
  quoted: string,
  quote: Quote | undefined,
): Pick<Problem, 'message' | 'advice'> {
  const text = cut(quoted, MAX_SHOWN);
  if (quote !== undefined) {
    return {
      message: `Dit citaat begint of eindigt midden in een woord: “${text}”.`,
      advice: 'Neem hele woorden over uit bron.txt.',
    };
  }
  const advice = adviseUnseen(source, quoted);
  if (advice !== undefined) {
    return {
      message: `Dit citaat verschilt van bron.txt in tekens die je niet ziet: “${text}”.`,
      advice,
    };
  }
  if (source.paragraphs.some((_, at) => runsOn(source, at, collapse(quoted)))) {
    return {
      message: `Dit citaat loopt door over twee alinea’s of punten van een lijst: “${text}”.`,
      advice: 'Maak er twee citaten van: van elke alinea en van elk punt één.',
    };
  }
  const near = nearestSentence(source, quoted);
  return {
    message: `Dit citaat staat niet letterlijk in bron.txt: “${text}”.`,
    advice:
      near === undefined
        ? 'Kopieer de zin uit bron.txt.'
        : `Bedoel je “${cut(near.sentence, MAX_SHOWN)}”? Eerste verschil: ${near.difference}.`,
  };
}

/** Whether a collapsed text begins in a paragraph and goes on in the next ones. */
function runsOn({ paragraphs }: Source, at: number, text: string): boolean {
  const first = paragraphs[at]?.text ?? '';
  let joined = first;
  for (let next = at + 1; next < paragraphs.length && joined.length < first.length + text.length; next += 1) {
    joined += ` ${paragraphs[next]?.text ?? ''}`;
  }
  const start = joined.indexOf(text);
  return start >= 0 && start < first.length && start + text.length > first.length;
}

/** What to do when a quote looks like a piece of the source, but is stored in other characters. */
function adviseUnseen({ paragraphs }: Source, text: string): string | undefined {
  const looks = visible(collapse(text));
  const same = paragraphs.find((paragraph) => looks !== '' && visible(paragraph.text).includes(looks));
  if (same === undefined) return undefined;
  const [inQuote] = /\p{Cf}/u.exec(text) ?? [];
  if (inQuote !== undefined) return `In het citaat staat ${nameOf(inQuote)}. Typ het woord opnieuw.`;
  const [inSource] = /\p{Cf}/u.exec(same.text) ?? [];
  return inSource === undefined
    ? 'Een letter met een accent (zoals é) is op een andere manier opgeslagen. Kopieer de zin uit bron.txt.'
    : `In bron.txt staat ${nameOf(inSource)}. Haal het daar weg en vernieuw de vingerafdruk, of kopieer de zin uit bron.txt.`;
}
