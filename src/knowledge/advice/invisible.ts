import type { SyntaxProblem } from './explain-syntax.ts';

const NAMES: Readonly<Record<string, string>> = {
  '\u00a0': 'een vaste spatie',
  '\u00ad': 'een afbreekstreepje dat je niet ziet',
  '\u200b': 'een spatie zonder breedte',
  '\u200e': 'een teken voor de leesrichting',
  '\u200f': 'een teken voor de leesrichting',
  '\u2060': 'een teken zonder breedte',
  '\ufeff': 'een teken zonder breedte',
};
/** Not those that belong to emoji and to other scripts. */
const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u2060\ufeff]/u;
/** White space that is neither a space nor a tab, where YAML needs one: before a line, or right behind its `-` or `:`. */
const WRONG_SPACE = /^[ \t]*(?:(?:- +)*(?:-|[\p{L}\d_]+:))?([^\S \t\r\n]|\u200b)/u;

/** What an editor calls a character that cannot be seen. */
export function nameOf(character: string): string {
  return NAMES[character] ?? 'een bijzondere spatie';
}

/** The lines of a YAML text with a special space in the place of a space that YAML needs. */
export function findWrongSpaces(text: string): SyntaxProblem[] {
  return text.split('\n').flatMap((content, index) => {
    const found = WRONG_SPACE.exec(content)?.[1];
    return found === undefined
      ? []
      : [
          {
            kind: 'onzichtbare-spatie' as const,
            line: index + 1,
            message: `Aan het begin van de regel of achter “-” of “:” staat ${nameOf(found)} in plaats van een gewone spatie.`,
            advice: 'Haal de spaties daar weg en typ ze opnieuw.',
          },
        ];
  });
}

/** The first line with characters that cannot be seen, with their number in the whole text; none when there are none. */
export function findInvisible(text: string): SyntaxProblem[] {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => INVISIBLE.test(line));
  const [character] = INVISIBLE.exec(lines[at] ?? '') ?? [];
  if (character === undefined) return [];
  const count = text.match(new RegExp(INVISIBLE, 'gu'))?.length ?? 0;
  const more = count > 1 ? ` (${count} keer in dit bestand)` : '';
  return [
    {
      kind: 'onzichtbaar-teken',
      line: at + 1,
      message: `In deze regel staat ${nameOf(character)}${more}.`,
      advice: 'Typ het woord opnieuw.',
    },
  ];
}

/** The lines with a tab between words, as in a row that was pasted from a spreadsheet. */
export function findTabs(text: string): SyntaxProblem[] {
  return text.split('\n').flatMap((line, index) =>
    /^[ \t]*[^\s#].*[^\s:-][ \t]*\t[ \t]*\S/.test(line)
      ? [
          {
            kind: 'tab-in-tekst' as const,
            line: index + 1,
            message: 'In deze regel staat een tab. Is het een hele rij uit een rekenblad?',
            advice: 'Maak er losse regels van, of haal de tab weg.',
          },
        ]
      : [],
  );
}

/** A text in which two texts that look alike are equal: composed accents, no characters that cannot be seen. */
export function visible(text: string): string {
  return text.normalize('NFC').replace(/\p{Cf}/gu, '');
}
