import { CORE_SCHEMA, load } from 'js-yaml';

/**
 * Where the two YAML packages could see different things, or an alias bomb could hide: control characters, marks of
 * documents, anchors, aliases, tags and block text at the beginning of a value, an empty
 * name, and numbers beyond counting.
 */
const UNUSUAL =
  /(?!\n)\p{Cc}|[\u2028\u2029\ufeff\ufffe\uffff\p{Cs}]|^(?:---|\.\.\.|%)|(?:^ *|[-:?] +|[,[{] *)(?:[&*!|>@`?]|:(?:[\s,\]}]|$))|(?:null|~) *[:,\]}]|\de[+-]?\d{3}/imu;

/**
 * Reads ordinary YAML with `js-yaml`, five times as fast as `yaml`, which keeps the place of everything. Gives nothing
 * for a fault or for anything unusual: `yaml` then has the word, and tells the editor the line.
 */
export function quickYaml(text: string): { readonly data: unknown } | undefined {
  if (UNUSUAL.test(text)) return undefined;
  try {
    return { data: load(text, { schema: CORE_SCHEMA }) };
  } catch {
    return undefined;
  }
}
