import { MEANING, plainScalar } from './plain-scalars.ts';

export type Flow = string | number | readonly Flow[] | { readonly [name: string]: Flow };

const QUOTED = /"([^"\\]*)"/y;
const PLAIN = /[^,[\]{}"'\s][^,[\]{}]*/y;
const NAME = /(?:([A-Za-z0-9][\w-]*)|"([^"\\_]+)"): +/y;
/** Deeper than an editor writes; it bounds what a file of brackets can cost. */
const DEEPEST = 8;

/** Reads the list between brackets or the names between braces that a text is; nothing for what it is not sure of. */
export function readFlow(text: string): Flow | undefined {
  let at = 0;
  const value = read(0);
  return at === text.length ? value : undefined;

  function read(depth: number): Flow | undefined {
    if (depth > DEEPEST) return undefined;
    if (text[at] === '[') return readItems(depth);
    if (text[at] === '{') return readNames(depth);
    const inQuotes = take(QUOTED);
    if (inQuotes !== undefined) return inQuotes[1] ?? '';
    const plain = take(PLAIN);
    return plain && plainScalar(plain[0].trimEnd());
  }

  function readItems(depth: number): Flow | undefined {
    const items: Flow[] = [];
    at += 1;
    for (;;) {
      skipSpaces();
      if (ends(']')) return items;
      const item = read(depth + 1);
      if (item === undefined || !goesOn(']')) return undefined;
      items.push(item);
    }
  }

  function readNames(depth: number): Flow | undefined {
    const names: Record<string, Flow> = {};
    at += 1;
    for (;;) {
      skipSpaces();
      if (ends('}')) return names;
      const [, bare, name = bare ?? ''] = take(NAME) ?? [];
      if (name === '' || Object.hasOwn(names, name)) return undefined;
      if (bare !== undefined && (MEANING.test(bare) || plainScalar(bare) !== bare)) return undefined;
      const item = read(depth + 1);
      if (item === undefined || !goesOn('}')) return undefined;
      names[name] = item;
    }
  }

  function take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = at;
    const match = pattern.exec(text) ?? undefined;
    if (match !== undefined) at = pattern.lastIndex;
    return match;
  }

  function ends(sign: string): boolean {
    if (text[at] !== sign) return false;
    at += 1;
    return true;
  }

  /** A comma, also behind the last item; or the end, which is left to be read. */
  function goesOn(end: string): boolean {
    skipSpaces();
    return ends(',') || text[at] === end;
  }

  function skipSpaces(): void {
    while (text[at] === ' ') at += 1;
  }
}
