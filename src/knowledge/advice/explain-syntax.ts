import { YAMLError } from 'yaml';
import type { Problem } from '../problems.ts';

/** What is wrong with a YAML text, without its file. */
export type SyntaxFault = Pick<Problem, 'line' | 'message' | 'advice'>;

/**
 * Tells why a text is no YAML. Of the faults that the parser finds only the first is told: the others are mostly its
 * echoes.
 */
export function explainSyntax(text: string, faults: readonly unknown[]): SyntaxFault {
  const lines = text.split('\n');
  const [fault] = [...faults].sort((a, b) => lineOf(a) - lineOf(b));
  if (fault instanceof ReferenceError) return explainReference(lines, fault);
  const line = Math.min(lineOf(fault), text.trimEnd().split('\n').length);
  const open = openQuote(lines, line);
  if (/^ *\t/.test(lines[line - 1] ?? '')) {
    return {
      line,
      message: 'Er staat een tab aan het begin van de regel.',
      advice: 'Gebruik spaties om in te springen.',
    };
  }
  if (open !== undefined) {
    return {
      line: open,
      message: 'Er ontbreekt een teken.',
      advice: 'Sluit elk aanhalingsteken en elke haak die je opent.',
    };
  }
  return { line, ...explainCode(fault instanceof YAMLError ? fault.code : '') };
}

const UNCLEAR = {
  message: 'Dit is geen goede YAML.',
  advice:
    'Kijk of de regel goed inspringt. Zet aanhalingstekens om tekst met een dubbele punt of die met een leesteken begint.',
};

function explainCode(code: string): Pick<SyntaxFault, 'message' | 'advice'> {
  switch (code) {
    case 'DUPLICATE_KEY':
      return { message: 'Dezelfde naam staat hier twee keer.', advice: 'Laat er één staan.' };
    case 'TAB_AS_INDENT':
      return {
        message: 'Er staat een tab aan het begin van de regel.',
        advice: 'Gebruik spaties om in te springen.',
      };
    case 'BAD_INDENT':
      return {
        message: 'Deze regel springt niet goed in.',
        advice: 'Zet hem even ver naar rechts als de regels die erbij horen.',
      };
    case 'MISSING_CHAR':
      return {
        message: 'Er ontbreekt een teken.',
        advice: 'Sluit elk aanhalingsteken en elke haak die je opent.',
      };
    default:
      return UNCLEAR;
  }
}

/** An alias to nothing is somebody's sentence that starts with a star; too many of them are a bomb. */
function explainReference(lines: readonly string[], { message }: ReferenceError): SyntaxFault {
  const name = /Unresolved alias.*: (.+)$/.exec(message)?.[1];
  if (name !== undefined) {
    const at = lines.findIndex((line) => line.includes(`*${name}`));
    return { line: at < 0 ? undefined : at + 1, ...UNCLEAR };
  }
  return {
    line: undefined,
    message: 'Het bestand verwijst te vaak naar zichzelf (& en *).',
    advice: 'Schrijf de tekst uit, of zet aanhalingstekens om tekst die met * of & begint.',
  };
}

const OPENS = /^[^"'#]*(?:[:[,-]\s+|\[)(?:"(?:[^"\\]|\\.)*|'(?:[^']|'')*)$/;

/** The line at or before a fault on which a quotation mark opens that neither it nor a line after it closes. */
function openQuote(lines: readonly string[], until: number): number | undefined {
  const at = lines.slice(0, until).findIndex((line, place) => {
    if (!OPENS.test(line)) return false;
    const mark = /["']/.exec(line)?.[0] ?? '"';
    return !lines.slice(place + 1, until).some((next) => new RegExp(`${mark}[\\],\\s]*$`).test(next));
  });
  return at < 0 ? undefined : at + 1;
}

function lineOf(fault: unknown): number {
  return fault instanceof YAMLError ? (fault.linePos?.[0].line ?? 1) : 1;
}
