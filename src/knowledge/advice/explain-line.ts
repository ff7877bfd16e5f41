import { cut } from '../../shared/cut.ts';

/** What is wrong with a line, and what to do. */
interface Advice {
  readonly message: string;
  readonly advice: string;
}

/** Code units of a sentence that an example of its editor's own shows. */
const MAX_EXAMPLE = 60;
/** The name before a text (`vraag: `) or its dash, and the text. An item with names begins with one of these four. */
const LINE = /^ *((?:- +(?:id|vraag|bij|soort):)|-|[\p{L}\d_]+:) +(\S.*)$/u;
/** A text in quotation marks with more text behind it. */
const BEHIND_QUOTES = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*[^\s#,\]]/;
/** A name without its colon, or without the space behind it. */
const NO_COLON = /^ *(?:- +(?=(?:id|vraag|bij|soort)\b))?(\p{Ll}[\p{Ll}\d_]*)(?::(?=\S)| |$)/u;

/** The mistake that a line shows which YAML cannot read; `undefined` for a line that looks right. */
export function explainLine(line: string): Advice | undefined {
  const [, name, text] = LINE.exec(line.trimEnd()) ?? [];
  if (name === undefined || text === undefined) return explainName(line);
  const first = text.slice(0, 1);
  if (BEHIND_QUOTES.test(text)) {
    return {
      message: `Achter het aanhalingsteken dat de zin afsluit (${first}) staat nog tekst.`,
      advice: `Zet dubbele aanhalingstekens om de hele zin, en “ en ” om een woord in de zin, zo: ${example(name, text)}`,
    };
  }
  if (first === '"' || first === "'") return undefined;
  if (/:(?:\s|$)/.test(text)) {
    return {
      message: 'In deze zin staat een dubbele punt.',
      advice: `Zet aanhalingstekens om de hele zin, zo: ${example(name, text)}`,
    };
  }
  return /^(?:[@`%?>|]|- |\[[^\]]*\]\s*[^\s#]|\{[^}]*\}\s*[^\s#])/.test(text)
    ? {
        message: `Een zin mag niet met ${first} beginnen.`,
        advice: `Zet aanhalingstekens om de hele zin, zo: ${example(name, text)}`,
      }
    : undefined;
}

function explainName(line: string): Advice | undefined {
  const name = NO_COLON.exec(line)?.[1];
  return name === undefined
    ? undefined
    : {
        message: `Achter “${name}” staat geen dubbele punt met een spatie.`,
        advice: `Schrijf “${name}: ” en dan de tekst. Hoort de regel bij de zin erboven? Laat hem dan verder inspringen dan die.`,
      };
}

/** The line with quotation marks that work: those within the sentence become curly ones. */
function example(name: string, text: string): string {
  const plain = cut(text.replace(/^(["'])(.*)\1$/, '$2'), MAX_EXAMPLE);
  return `${name} "${plain
    .replace(/"([^"]*)"/g, '“$1”')
    .replaceAll('"', '”')
    .replaceAll('\\', '/')}"`;
}
