import { isMap, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Document, Node, YAMLError } from 'yaml';
import * as z from 'zod';
import { explainIssue } from './advice/explain-issue.ts';
import { explainSyntax } from './advice/explain-syntax.ts';
import type { SyntaxProblem } from './advice/explain-syntax.ts';
import type { Files } from './files.ts';
import type { Problem } from './problems.ts';

/** Size limit of a file in bytes: YAML's cost grows faster than its size. */
export const MAX_FILE_BYTES = 1_000_000;
/** Knowledge needs no aliases; this allows a few and stops an alias bomb. */
const MAX_ALIASES = 20;

/** A file that matches its schema. */
export interface ParsedFile<T> {
  readonly file: string;
  readonly data: T;
  /** The 1-based line of a path of keys and indices. */
  readonly lineOf: (path: readonly PropertyKey[]) => number | undefined;
}

/** A file as text: its path relative to the knowledge directory, and its content. */
export interface TextFile {
  readonly file: string;
  readonly text: string;
}

/** The bytes of a file; adds a problem with `advice` and returns `undefined` when it is missing. */
export function requireFile(
  files: Files,
  file: string,
  advice: string,
  problems: Problem[],
): Uint8Array | undefined {
  const bytes = files.get(file);
  if (bytes === undefined) problems.push({ file, message: 'Dit bestand ontbreekt.', advice });
  return bytes;
}

/** Decodes a file as UTF-8; adds a problem and returns `undefined` when it is too large, not UTF-8 or empty. */
export function decode(file: string, bytes: Uint8Array, problems: Problem[]): TextFile | undefined {
  if (bytes.byteLength > MAX_FILE_BYTES) {
    problems.push({
      file,
      message: `Het bestand is groter dan 1 MB (${(bytes.byteLength / 1e6).toFixed(1).replace('.', ',')} MB).`,
      advice: 'Verdeel het over meer bestanden in dezelfde map.',
    });
    return undefined;
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    problems.push({
      file,
      message: 'Het bestand is geen UTF-8-tekst.',
      advice: 'Bewaar het opnieuw en kies de codering UTF-8.',
    });
    return undefined;
  }
  if (text.trim() === '') {
    problems.push({ file, message: 'Het bestand is leeg.', advice: 'Vul het, of verwijder het.' });
    return undefined;
  }
  return { file, text };
}

/** Decodes, parses and checks a file: `decode`, then `readYaml`. */
export function readFile<S extends z.ZodType>(
  file: string,
  bytes: Uint8Array,
  schema: S,
  problems: Problem[],
): ParsedFile<z.infer<S>> | undefined {
  const text = decode(file, bytes, problems);
  return text && readYaml(text, schema, problems);
}

/**
 * Parses a YAML file and checks it against a schema. Adds every problem with its line to `problems`; returns
 * `undefined` when there is one.
 */
export function readYaml<S extends z.ZodType>(
  { file, text }: TextFile,
  schema: S,
  problems: Problem[],
): ParsedFile<z.infer<S>> | undefined {
  const parsed = parseYaml(text);
  if ('problems' in parsed) {
    problems.push(...parsed.problems.map((problem) => ({ file, ...problem })));
    return undefined;
  }
  const { data, lineOf } = parsed;
  const result = schema.safeParse(data);
  if (result.success) return { file, data: result.data, lineOf };
  for (const issue of result.error.issues.flatMap(flatten)) {
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
    problems.push({
      file,
      line: lineOf([...issue.path, ...unknown]),
      entry: entryIdAt(data, issue.path),
      ...explainIssue(issue, data, unknown.length > 0 ? keysAt(schema, issue.path) : []),
    });
  }
  return undefined;
}

type Parsed = Pick<ParsedFile<unknown>, 'data' | 'lineOf'>;

/** The document stays in memory for `lineOf`: 40 MB for 110,000 texts, until the knowledge is built. */
function parseYaml(text: string): Parsed | { readonly problems: readonly SyntaxProblem[] } {
  const lineCounter = new LineCounter();
  try {
    const document = parseDocument(text, { lineCounter, logLevel: 'error' });
    if (document.errors.length > 0) return { problems: explainErrors(text, document.errors) };
    const data: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
    return { data, lineOf: (path) => lineAt(document, lineCounter, path) };
  } catch (error) {
    return { problems: [explainSyntax(text, [error])] };
  }
}

/** One issue per unknown key; of a failed union, the issues of the branch that matched deepest. */
function flatten(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ ...issue, keys: [key] }));
  if (issue.code !== 'invalid_union') return [issue];
  const deepest = [...issue.errors].sort((a, b) => depth(b) - depth(a))[0];
  if (deepest === undefined || depth(deepest) === 0) return [issue];
  return deepest.flatMap((inner) => flatten({ ...inner, path: [...issue.path, ...inner.path] }));
}

const depth = (issues: readonly z.core.$ZodIssue[]) =>
  Math.max(0, ...issues.map((issue) => issue.path.length));

/** The first error, and every duplicate key: those are no consequence of another error. */
function explainErrors(text: string, errors: readonly YAMLError[]): SyntaxProblem[] {
  const first = explainSyntax(text, errors);
  const duplicates = errors
    .filter(({ code }) => code === 'DUPLICATE_KEY')
    .map((error) => explainSyntax(text, [error]))
    .filter(({ line }) => line !== first.line);
  return [first, ...duplicates];
}

/** The keys that a schema allows at a path, read from its JSON Schema. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  interface Shape {
    readonly properties?: Readonly<Record<string, Shape>>;
    readonly propertyNames?: { readonly enum?: readonly string[] };
    readonly additionalProperties?: Shape | boolean;
    readonly items?: Shape;
    readonly anyOf?: readonly Shape[];
  }
  let shapes = [z.toJSONSchema(schema, { io: 'input', target: 'draft-7' }) as Shape];
  const open = (shape: Shape): Shape[] => shape.anyOf?.flatMap(open) ?? [shape];
  for (const key of path) {
    shapes = shapes.flatMap(open).flatMap((shape) => {
      const next = typeof key === 'number' ? shape.items : shape.properties?.[String(key)];
      return next === undefined ? [] : [next];
    });
  }
  return shapes
    .flatMap(open)
    .flatMap((shape) => [...Object.keys(shape.properties ?? {}), ...(shape.propertyNames?.enum ?? [])]);
}

/** The 1-based line of the deepest node on a path that exists. */
function lineAt(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number | undefined {
  let node: unknown = document.contents;
  let range = document.contents?.range;
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => String(item.key) === String(key));
      range = (pair?.key as Node | undefined)?.range ?? range;
      node = pair?.value;
    } else if (isSeq(node)) {
      node = node.items[Number(key)];
      range = (node as Node | undefined)?.range ?? range;
    } else break;
  }
  return range ? lines.linePos(range[0]).line : undefined;
}

/** The id of the entry that a path leads into, if it has one. */
function entryIdAt(data: unknown, path: readonly PropertyKey[]): string | undefined {
  const first = path[0];
  if (typeof first !== 'number' || !Array.isArray(data)) return undefined;
  const entry = (data as unknown[])[first];
  if (typeof entry !== 'object' || entry === null) return undefined;
  const { id } = entry as { id?: unknown };
  return typeof id === 'string' ? id : undefined;
}
