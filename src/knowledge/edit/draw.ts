import { parseDocument, Scalar } from 'yaml';

/** What a YAML file holds. */
export type Data = string | number | boolean | null | readonly Data[] | { readonly [key: string]: Data };
/** A mapping in it. */
export type DataMap = Readonly<Record<string, Data>>;

/** Spaces of one level of indentation. */
const LEVEL = 2;

/** Returns whether data are a list. */
export function isList(data: Data | undefined): data is readonly Data[] {
  return Array.isArray(data);
}

/** Returns whether data are a mapping. */
export function isMapping(data: Data | undefined): data is DataMap {
  return typeof data === 'object' && data !== null && !isList(data);
}

/** Returns a scalar as YAML on one line: with the quotes of `type`, or else without where it can do without. */
export function drawScalar(
  value: string | number | boolean | null,
  type: Scalar['type'],
  isFlow: boolean,
): string {
  if (typeof value !== 'string') return String(value);
  if (type === Scalar.QUOTE_DOUBLE || /[\p{C}\p{Zl}\p{Zp}]/u.test(value)) return JSON.stringify(value);
  if (type !== Scalar.QUOTE_SINGLE && isPlain(value, isFlow)) return value;
  return `'${value.replaceAll("'", "''")}'`;
}

function isPlain(value: string, isFlow: boolean): boolean {
  // An alias, an anchor and a tag; white space that would be lost.
  if (/^[&!]|(?:^|[\s,[{])\*|^\s|\s$/.test(value)) return false;
  const document = parseDocument(
    isFlow ? `- { k: ${value}, l: [${value}] }` : `- k: ${value}\n  l:\n    - ${value}\n`,
  );
  if (document.errors.length > 0 || document.warnings.length > 0) return false;
  return JSON.stringify(document.toJS()) === JSON.stringify([{ k: value, l: [value] }]);
}

/** Returns data as YAML between brackets or braces, on one line. */
export function drawFlow(data: Data): string {
  if (isList(data)) return `[${data.map(drawFlow).join(', ')}]`;
  if (isMapping(data)) return `{ ${Object.entries(data).map(drawFlowPair).join(', ')} }`;
  return drawScalar(data, undefined, true);
}

/** Returns a key with its value, between braces. */
export function drawFlowPair([key, value]: readonly [string, Data]): string {
  return `${key}: ${drawFlow(value)}`;
}

/** Returns a key with its value, for a line indented by `indent` spaces that is not part of it; without a last line break. */
export function drawPair(key: string, value: Data, indent: number): string {
  const inner = indent + LEVEL;
  if (isList(value) && value.length > 0)
    return [`${key}:`, ...value.map((item) => `${' '.repeat(inner)}${drawItem(item, inner)}`)].join('\n');
  if (isMapping(value)) return `${key}:\n${' '.repeat(inner)}${drawMapping(value, inner)}`;
  return `${key}: ${isList(value) ? '[]' : drawScalar(value, undefined, false)}`;
}

/** Returns an item of a list with its dash, as `drawPair` does. `type`: the quotes of a text. */
export function drawItem(item: Data, indent: number, type?: Scalar['type']): string {
  if (isMapping(item)) return `- ${drawMapping(item, indent + LEVEL)}`;
  return `- ${isList(item) ? drawFlow(item) : drawScalar(item, type, false)}`;
}

function drawMapping(value: DataMap, indent: number): string {
  return Object.entries(value)
    .map(([key, own]) => drawPair(key, own, indent))
    .join(`\n${' '.repeat(indent)}`);
}
