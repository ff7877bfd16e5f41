import { applyPatch, structuredPatch } from 'diff';

/**
 * Returns a text with the changes of two editors; `undefined` when they changed the same lines, or lines beside each other.
 * `base`: what both began with.
 */
export function mergeTexts(base: string, mine: string, theirs: string): string | undefined {
  const [from, to, onto] = [base, mine, theirs].map((text) => text.replace(/^\uFEFF|\r(?=\n)/g, ''));
  const patch = structuredPatch('', '', from ?? '', to ?? '', undefined, undefined, { context: 3 });
  const merged = applyPatch(onto ?? '', patch, { fuzzFactor: 0 });
  return merged === false ? undefined : merged;
}
