import { cut } from '../../shared/cut.ts';
import { findInvisible } from '../advice/invisible.ts';
import type { Problem } from '../problems.ts';
import type { Subject } from './subject.ts';

/** Code units of a sentence that a problem names. */
const MAX_SENTENCE = 160;

/** The sentences of the source that no entry quotes, whole or in part; none while entries cannot be read. */
export function checkQuoted({ located, isComplete, source, sourceText, sourceFile }: Subject): Problem[] {
  if (!isComplete) return [];
  const quoted = new Set(located.flatMap(({ entry }) => entry.quotes.map(({ text }) => text)));
  return source.sentences.flatMap((sentence) => {
    // Most sentences are quoted whole; comparing all with all takes seconds in a large guidance.
    if (quoted.has(sentence)) return [];
    if ([...quoted].some((quote) => quote.includes(sentence) || sentence.includes(quote))) return [];
    return [
      {
        kind: 'zin-zonder-vraag' as const,
        file: sourceFile,
        line: lineOf(sourceText, sentence),
        message: `Geen enkele vraag citeert deze zin: “${cut(sentence, MAX_SENTENCE)}”.`,
        advice: 'Maak er een vraag bij, of voeg hem toe als citaat.',
      },
    ];
  });
}

/** The 1-based line on which the first words of a sentence stand together; `undefined` when a line ends between them. */
function lineOf(text: string, sentence: string): number | undefined {
  const start = sentence.split(' ').slice(0, 3).join(' ');
  const at = text.indexOf(start);
  return at < 0 ? undefined : text.slice(0, at).split('\n').length;
}

/** A heading is at most so long as a part of the longest line below it: shorter ones were not wrapped. */
const HEADING_SHARE = 0.6;

/** Headings without a blank line below them, which are read as the beginning of a sentence; and characters nobody sees. */
export function checkLayout({ sourceText, sourceFile }: Subject): Problem[] {
  const lines = sourceText.split(/\r\n?|\n/);
  const glued = lines.flatMap((line, index): Problem[] => {
    const next = lines[index + 1]?.trim() ?? '';
    const isFirst = (lines[index - 1]?.trim() ?? '') === '';
    const isHeading = isFirst && index > 0 && /^[\p{L}\d][^.?!:;,]*[^.?!:;,”’"\s]$/u.test(line.trim());
    if (!isHeading || !/^\p{Lu}.*[.?!:]/u.test(next) || line.length > next.length * HEADING_SHARE) return [];
    return [
      {
        kind: 'kop-aan-tekst',
        file: sourceFile,
        line: index + 1,
        message: `“${line.trim()}” lijkt een kop, maar de bot leest hem als begin van de zin eronder.`,
        advice:
          'Zet in bron.txt een lege regel onder elke kop en tussen alinea’s. Staat er een sha256 in handreiking.yaml? Vernieuw die dan (npm run knowledge -- --hash).',
      },
    ];
  });
  const unseen = findInvisible(sourceText).map((problem) => ({ file: sourceFile, ...problem }));
  return [...glued, ...unseen];
}
