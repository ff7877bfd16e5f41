import type { Knowledge } from '../../core/index.ts';
import { createLexicon } from './lexicon.ts';
import { createMask } from './mask.ts';
import type { Mask } from './mask.ts';

/**
 * Returns a mask by the words of the knowledge in use. They are collected at the first text, and again when the knowledge
 * has changed, which takes some 0.2 s.
 */
export function createMasker(knowledge: () => Knowledge): Mask {
  let current: { readonly knowledge: Knowledge; readonly mask: Mask } | undefined;
  return (text) => {
    const inUse = knowledge();
    if (current?.knowledge !== inUse) current = { knowledge: inUse, mask: createMask(createLexicon(inUse)) };
    return current.mask(text);
  };
}
