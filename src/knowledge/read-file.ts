import type * as z from 'zod';
import type { Problem } from './problems.ts';
import { decode, readYaml } from './read-yaml.ts';
import type { ParsedFile } from './read-yaml.ts';

/** What reading a file gave. */
interface ReadFile {
  readonly file: string;
  readonly schema: z.ZodType;
  readonly parsed: ParsedFile<unknown> | undefined;
  readonly problems: readonly Problem[];
}

/** What was read of bytes that are still in use: whoever keeps the bytes of unchanged files has them parsed once. */
const readBefore = new WeakMap<Uint8Array, ReadFile>();

/** Decodes, parses and checks a file: `decode`, then `readYaml`. The bytes must not change afterwards. */
export function readFile<S extends z.ZodType>(
  file: string,
  bytes: Uint8Array,
  schema: S,
  problems: Problem[],
): ParsedFile<z.infer<S>> | undefined {
  const known = readBefore.get(bytes);
  const read = known?.file === file && known.schema === schema ? known : readAnew(file, bytes, schema);
  problems.push(...read.problems);
  return read.parsed as ParsedFile<z.infer<S>> | undefined;
}

function readAnew(file: string, bytes: Uint8Array, schema: z.ZodType): ReadFile {
  const problems: Problem[] = [];
  const text = decode(file, bytes, problems);
  const read = { file, schema, parsed: text && readYaml(text, schema, problems), problems };
  readBefore.set(bytes, read);
  return read;
}
