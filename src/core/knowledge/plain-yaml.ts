import { readFlow } from './plain-flow.ts';
import { MEANING, plainScalar, quoted } from './plain-scalars.ts';

/**
 * Reads the simple YAML that editors write, some thirty times as fast as a whole parser: lists and names by
 * indentation, with plain or quoted text. It never guesses: at anything else (anchors, block scalars, a name that
 * stands twice, a fault) it gives nothing, and the caller takes the `yaml` package. What it does give is the same;
 * `test/core/knowledge/plain-yaml.test.ts` holds the two together.
 */
export function parsePlain(text: string): { readonly data: unknown } | undefined {
  if (UNUSUAL.test(text)) return undefined;
  const lines = linesOf(text);
  try {
    const [first] = lines;
    if (first === undefined || first.indent !== 0) return undefined;
    const reader: Reader = { lines, at: 0 };
    const data = isItem(first.text) ? readList(reader, 0) : readNames(reader, 0);
    return reader.at === lines.length ? { data } : undefined;
  } catch (error) {
    if (error === BEYOND) return undefined;
    throw error;
  }
}

/** Signs with a meaning of their own somewhere: control characters but the line's end, and marks of documents. */
const UNUSUAL = /(?!\n)\p{Cc}|[\u2028\u2029\ufeff\ufffe\uffff\p{Cs}]|^(?:---|\.\.\.|%)/mu;

/** Thrown for what this reader does not know; caught above. */
const BEYOND = new Error('not plain YAML');

interface Line {
  readonly indent: number;
  readonly text: string;
  /** Nothing stands between this line and the one before. */
  readonly follows: boolean;
}

interface Reader {
  readonly lines: readonly Line[];
  at: number;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let follows = false;
  for (const raw of text.split('\n')) {
    const bare = raw.trim();
    if (bare === '' || bare.startsWith('#')) {
      follows = false;
      continue;
    }
    let indent = 0;
    while (raw.charCodeAt(indent) === 32) indent += 1;
    lines.push({ indent, text: raw.slice(indent).trimEnd(), follows });
    follows = true;
  }
  return lines;
}

function isItem(text: string): boolean {
  return text.startsWith('- ');
}

function readList(reader: Reader, indent: number): unknown[] {
  const list: unknown[] = [];
  for (;;) {
    const line = reader.lines[reader.at];
    if (line === undefined || line.indent < indent || (line.indent === indent && !isItem(line.text)))
      return list;
    if (line.indent > indent) throw BEYOND;
    const rest = line.text.slice(1).trimStart();
    const column = indent + line.text.length - rest.length;
    if (isItem(rest)) throw BEYOND;
    if (nameOf(rest) === undefined) {
      reader.at += 1;
      list.push(readValue(reader, rest, indent));
    } else list.push(readNames(reader, column, rest));
  }
}

/** Names with values; `rest` is the first of them when it stands behind the sign of a list. */
function readNames(reader: Reader, indent: number, rest?: string): Record<string, unknown> {
  const names: Record<string, unknown> = {};
  let first = rest;
  for (;;) {
    const line = reader.lines[reader.at];
    if (first === undefined && (line === undefined || line.indent < indent)) return names;
    if (line === undefined || (first === undefined && line.indent > indent)) throw BEYOND;
    const text: string = first ?? line.text;
    first = undefined;
    const name = nameOf(text);
    if (name === undefined || Object.hasOwn(names, name)) throw BEYOND;
    reader.at += 1;
    const value = text.slice(name.length + 1).trimStart();
    names[name] = value === '' ? readBelow(reader, indent) : readValue(reader, value, indent);
  }
}

/** What stands on the lines below a name; a list may stand as far to the left as the name. */
function readBelow(reader: Reader, indent: number): unknown {
  const line = reader.lines[reader.at];
  if (line === undefined || line.indent < indent) return null;
  if (isItem(line.text)) return readList(reader, line.indent);
  if (line.indent === indent) return null;
  if (nameOf(line.text) === undefined) throw BEYOND;
  return readNames(reader, line.indent);
}

const NAME = /^([A-Za-z][\w.-]*):(?: |$)/;

function nameOf(text: string): string | undefined {
  const name = NAME.exec(text)?.[1];
  if (name !== undefined && MEANING.test(name)) throw BEYOND;
  return name;
}

/** May stand as far to the left as the name of what they close. */
const CLOSING: Readonly<Record<string, string>> = { '[': ']', '{': '}' };

/** A value that begins on the line just passed; more lines of it stand further to the right than `indent`. */
function readValue(reader: Reader, start: string, indent: number): unknown {
  const sign = start[0] ?? '';
  let text = start;
  for (;;) {
    const line = reader.lines[reader.at];
    const closes = line?.indent === indent && line.text === CLOSING[sign];
    if (line === undefined || (line.indent <= indent && !closes)) break;
    if (!line.follows) throw BEYOND;
    text += ` ${line.text}`;
    reader.at += 1;
  }
  switch (sign) {
    case '"':
    case "'":
      return known(quoted(text));
    case '[':
    case '{':
      return known(readFlow(text));
    default:
      return known(plainScalar(text));
  }
}

function known<T>(value: T | undefined): T {
  if (value === undefined) throw BEYOND;
  return value;
}
