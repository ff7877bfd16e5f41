import { isMap, isSeq, LineCounter, parse, parseDocument } from 'yaml';
import type { Document, Node } from 'yaml';
import * as z from 'zod';
import { explainIssue } from './advice/explain-issue.ts';
import { explainSyntax } from './advice/explain-syntax.ts';
import { quickYaml } from './quick-yaml.ts';
import type { Problem } from './problems.ts';

/** Largest file that is read, in bytes: YAML's cost grows faster than its size. */
export const LARGEST_FILE = 1_000_000;
/** A file of an editor needs no aliases; twenty allow a few and stop an alias bomb. */
const MOST_ALIASES = 20;
const PARSE = { maxAliasCount: MOST_ALIASES, prettyErrors: true, logLevel: 'error' } as const;

/** A checked file; `lineOf` finds the line of a place in it when there is something to tell about it. */
export interface ReadFile<T> {
  readonly file: string;
  readonly data: T;
  readonly lineOf: (path: readonly PropertyKey[]) => number | undefined;
}

export interface TextFile {
  readonly file: string;
  readonly text: string;
}

/** Decodes a file; told as problems: too large, not UTF-8, empty. */
export function decode(file: string, bytes: Uint8Array, problems: Problem[]): TextFile | undefined {
  if (bytes.byteLength > LARGEST_FILE) {
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

/** Parses and checks one YAML file. Adds every problem with its line; gives nothing back when there is one. */
export function readYaml<S extends z.ZodType>(
  { file, text }: TextFile,
  schema: S,
  problems: Problem[],
): ReadFile<z.infer<S>> | undefined {
  let data: unknown;
  try {
    const quick = quickYaml(text);
    data = quick === undefined ? parse(text, PARSE) : quick.data;
  } catch (error) {
    problems.push(...syntaxProblems(file, text, error));
    return undefined;
  }
  const lineOf = lineFinder(text);
  const result = schema.safeParse(data);
  if (result.success) return { file, data: result.data, lineOf };
  for (const issue of result.error.issues.flatMap(flatten)) {
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
    problems.push({
      file,
      line: lineOf([...issue.path, ...unknown]),
      entry: entryAt(data, issue.path),
      ...explainIssue(issue, data, unknown.length > 0 ? namesAt(schema, issue.path) : []),
    });
  }
  return undefined;
}

/** A failed union hides its real cause: keep the branch that got furthest. */
function flatten(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ ...issue, keys: [key] }));
  if (issue.code !== 'invalid_union') return [issue];
  const deepest = [...issue.errors].sort((a, b) => depth(b) - depth(a))[0];
  if (deepest === undefined || depth(deepest) === 0) return [issue];
  return deepest.flatMap((inner) => flatten({ ...inner, path: [...issue.path, ...inner.path] }));
}

const depth = (issues: readonly z.core.$ZodIssue[]) =>
  Math.max(0, ...issues.map((issue) => issue.path.length));

function syntaxProblems(file: string, text: string, error: unknown): Problem[] {
  const { errors } = parseDocument(text, PARSE);
  const faults = errors.length > 0 ? errors : [error];
  const told = explainSyntax(text, faults);
  // A name that stands twice is no echo of another fault.
  const twice = errors
    .filter(({ code }) => code === 'DUPLICATE_KEY')
    .map((fault) => explainSyntax(text, [fault]))
    .filter(({ line }) => line !== told.line);
  return [told, ...twice].map((fault) => ({ file, ...fault }));
}

/** The names that may stand at a place, read from the JSON Schema that editors get. */
function namesAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
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

/** Positions cost more than the data itself, so they are looked up only when a problem must be told. */
function lineFinder(text: string): (path: readonly PropertyKey[]) => number | undefined {
  let parsed: { document: Document; counter: LineCounter } | undefined;
  return (path) => {
    if (parsed === undefined) {
      const counter = new LineCounter();
      parsed = { document: parseDocument(text, { ...PARSE, lineCounter: counter }), counter };
    }
    let node: unknown = parsed.document.contents;
    let range = (node as Node | null)?.range;
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
    return range ? parsed.counter.linePos(range[0]).line : undefined;
  };
}

/** The id of the entry that a path leads into, if it has one. */
function entryAt(data: unknown, path: readonly PropertyKey[]): string | undefined {
  const first = path[0];
  if (typeof first !== 'number' || !Array.isArray(data)) return undefined;
  const entry = (data as unknown[])[first];
  if (typeof entry !== 'object' || entry === null) return undefined;
  const { id } = entry as { id?: unknown };
  return typeof id === 'string' ? id : undefined;
}
