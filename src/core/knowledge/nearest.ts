import Fuse from 'fuse.js';

/** The option that a mistyped word was most likely meant to be, if any comes near. */
export function nearest(word: string, options: readonly string[]): string | undefined {
  const [best] = new Fuse(options, { threshold: 0.45, includeScore: true }).search(word, { limit: 1 });
  return best?.item;
}
