import { YAMLError } from 'yaml';
import type { Problem } from '../problems.ts';
import { explainLine } from './explain-line.ts';

/** What is wrong with a YAML text, without its file. */
export type SyntaxProblem = Pick<Problem, 'kind' | 'line' | 'message' | 'advice'>;

/** Why a text is not YAML, by the first of the parser's errors: the others are mostly consequences of it. */
export function explainSyntax(text: string, errors: readonly unknown[]): SyntaxProblem {
  const lines = text.split('\n');
  const [error] = [...errors].sort((a, b) => lineOf(a) - lineOf(b));
  if (error instanceof ReferenceError) return explainReference(lines, error);
  const line = Math.min(lineOf(error), text.trimEnd().split('\n').length);
  const open = findOpenQuote(lines, line);
  if (TAB.test(lines[line - 1] ?? '')) return { kind, line, ...explainTab(lines, line) };
  if (open !== undefined) return { kind, line: open, ...explainCode('MISSING_CHAR') };
  const code = error instanceof YAMLError ? error.code : '';
  const seen = NAMED.has(code) ? undefined : explainLine(lines[line - 1] ?? '');
  if (seen !== undefined) return { kind, line, ...seen };
  // A line that looks right is taken for a name when the line below it is indented further.
  if (code === 'BLOCK_AS_IMPLICIT_KEY') return { kind, line: line + 1, ...explainCode('BAD_INDENT') };
  return { kind, line, ...explainCode(code) };
}

const kind = 'yaml';

const TAB = /^ *\t/;
/** So many lines with the same mistake are named. */
const MAX_LINES = 5;

/** The parser stops at the first tab; an editor who pressed Tab once mostly did so on more lines. */
function explainTab(lines: readonly string[], line: number): Pick<SyntaxProblem, 'message' | 'advice'> {
  const later = lines.flatMap((text, at) => (at >= line && TAB.test(text) ? [String(at + 1)] : []));
  const named = later.length > MAX_LINES ? [...later.slice(0, MAX_LINES), 'verder'] : later;
  const more = later.length === 0 ? '' : ` Ook op regel ${new Intl.ListFormat('nl').format(named)}.`;
  return {
    message: 'Er staat een tab aan het begin van de regel.',
    advice: `Gebruik spaties om in te springen.${more}`,
  };
}

const UNCLEAR = {
  message: 'Dit is geen goede YAML.',
  advice:
    'Kijk of de regel goed inspringt. Zet aanhalingstekens om tekst met een dubbele punt of die met een leesteken begint.',
};

/** Codes that say enough by themselves. */
const NAMED: ReadonlySet<string> = new Set(['DUPLICATE_KEY', 'BAD_INDENT', 'MULTIPLE_DOCS']);

function explainCode(code: string): Pick<SyntaxProblem, 'message' | 'advice'> {
  switch (code) {
    case 'DUPLICATE_KEY':
      return { message: 'Dezelfde naam staat hier twee keer.', advice: 'Laat er één staan.' };
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
    case 'MULTIPLE_DOCS':
      return {
        message: 'Een regel met --- of ... sluit het bestand af: wat vanaf hier staat, leest de bot niet.',
        advice: 'Haal de regel met --- of ... weg.',
      };
    default:
      return UNCLEAR;
  }
}

/** An unresolved alias is a sentence that begins with a star; any other reference error means too many aliases. */
function explainReference(lines: readonly string[], { message }: ReferenceError): SyntaxProblem {
  const name = /Unresolved alias.*: (.+)$/.exec(message)?.[1];
  if (name !== undefined) {
    const at = lines.findIndex((line) => line.includes(`*${name}`));
    return {
      kind,
      line: at < 0 ? undefined : at + 1,
      message: `Een zin mag niet met een * beginnen: “*${name}”.`,
      advice: 'Zet aanhalingstekens om de hele zin.',
    };
  }
  return {
    kind,
    line: undefined,
    message: 'Het bestand verwijst te vaak naar zichzelf (& en *).',
    advice: 'Schrijf de tekst uit, of zet aanhalingstekens om tekst die met * of & begint.',
  };
}

const OPENS = /^[^"'#]*(?:[:[,-]\s+|\[)(?:"(?:[^"\\]|\\.)*|'(?:[^']|'')*)$/;

/** The 1-based number of the first line with a quotation mark that neither it nor a line before `until` closes. */
function findOpenQuote(lines: readonly string[], until: number): number | undefined {
  const index = lines.slice(0, until).findIndex((line, at) => {
    if (!OPENS.test(line)) return false;
    const mark = /["']/.exec(line)?.[0] ?? '"';
    return !lines.slice(at + 1, until).some((next) => new RegExp(`${mark}[\\],\\s]*$`).test(next));
  });
  return index < 0 ? undefined : index + 1;
}

function lineOf(error: unknown): number {
  return error instanceof YAMLError ? (error.linePos?.[0].line ?? 1) : 1;
}
