import { isMap, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Document, Node } from 'yaml';
import type * as z from 'zod';
import { explainErrors } from './advice/explain-errors.ts';
import { explainIssue } from './advice/explain-issue.ts';
import { explainSyntax } from './advice/explain-syntax.ts';
import type { SyntaxProblem } from './advice/explain-syntax.ts';
import { findInvisible, findTabs, findWrongSpaces } from './advice/invisible.ts';
import { findLostText } from './advice/lost-text.ts';
import { expectationsOf } from './expected.ts';
import { severityOf } from './kinds.ts';
import type { Problem } from './problems.ts';
import type { FileSource } from './unread.ts';

/** Size limit of a file in bytes: YAML's cost grows faster than its size. */
export const MAX_FILE_BYTES = 1_000_000;
/** Knowledge needs no aliases; this allows a few and stops an alias bomb. */
const MAX_ALIASES = 20;

const FILL = 'Vul het, of verwijder het.';

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
  files: FileSource,
  file: string,
  advice: string,
  problems: Problem[],
): Uint8Array | undefined {
  const bytes = files.get(file);
  if (bytes === undefined)
    problems.push({ kind: 'bestand-ontbreekt', file, message: 'Dit bestand ontbreekt.', advice });
  return bytes;
}

/** Decodes a file as UTF-8; adds a problem and returns `undefined` when it is too large, not UTF-8 or empty. */
export function decode(file: string, bytes: Uint8Array, problems: Problem[]): TextFile | undefined {
  if (bytes.byteLength > MAX_FILE_BYTES) {
    problems.push({
      kind: 'bestand-onleesbaar',
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
      kind: 'bestand-onleesbaar',
      file,
      message: 'Het bestand is geen UTF-8-tekst.',
      advice: 'Bewaar het opnieuw en kies de codering UTF-8.',
    });
    return undefined;
  }
  if (text.trim() === '') {
    problems.push({ kind: 'bestand-leeg', file, message: 'Het bestand is leeg.', advice: FILL });
    return undefined;
  }
  return { file, text };
}

/**
 * Parses a YAML file and checks it against a schema. Adds every problem with its line to `problems`, and returns `undefined`
 * when the file has no data that fits the schema. A problem beside the line of lost text or a wrong space is its consequence.
 */
export function readYaml<S extends z.ZodType>(
  { file, text }: TextFile,
  schema: S,
  problems: Problem[],
): ParsedFile<z.infer<S>> | undefined {
  const found: SyntaxProblem[] = [...findWrongSpaces(text), ...findLostText(text)];
  const causes = new Set(found.filter(({ kind }) => severityOf(kind) === 'fout').map(({ line }) => line));
  const add = (more: readonly Omit<Problem, 'file'>[]) =>
    problems.push(...more.map((problem) => ({ file, ...problem })));
  const addUncaused = (more: readonly Omit<Problem, 'file'>[]) =>
    add(more.filter(({ line = -1 }) => [line - 1, line, line + 1].every((near) => !causes.has(near))));
  add([...found, ...findInvisible(text), ...findTabs(text)]);
  const parsed = parseYaml(text);
  if ('problems' in parsed) {
    addUncaused(parsed.problems);
    return undefined;
  }
  const { data, lineOf } = parsed;
  const result = schema.safeParse(data);
  if (result.success) return { file, data: result.data, lineOf };
  const expectedAt = expectationsOf(schema);
  addUncaused(
    result.error.issues.flatMap(flatten).map((issue) => {
      const unknown = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
      return {
        line: lineOf([...issue.path, ...unknown]),
        entry: entryIdAt(data, issue.path),
        ...explainIssue(issue, data, expectedAt(issue.path)),
      };
    }),
  );
  return undefined;
}

type Parsed = Pick<ParsedFile<unknown>, 'data' | 'lineOf'>;

/** The document stays in memory for `lineOf`: 40 MB for 110,000 texts, until the knowledge is built. */
function parseYaml(text: string): Parsed | { readonly problems: readonly SyntaxProblem[] } {
  const lineCounter = new LineCounter();
  try {
    const document = parseDocument(text, { lineCounter, logLevel: 'error' });
    if (document.errors.length > 0) return { problems: explainErrors(text, document.errors) };
    if (document.contents === null) {
      const message = 'In het bestand staan alleen opmerkingen (regels met #).';
      return { problems: [{ kind: 'bestand-leeg', line: undefined, message, advice: FILL }] };
    }
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
