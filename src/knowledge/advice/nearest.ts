import Fuse from 'fuse.js';

const SHORTEST = 3;
/** A third of the letters may be wrong; more would suggest strangers. */
const WRONG_SHARE = 1 / 3;

/** The option that a mistyped word was most likely meant to be, if any comes near. */
export function nearest(word: string, options: readonly string[]): string | undefined {
  if (word.length < SHORTEST) return undefined;
  const wrong = Math.max(1, Math.floor(word.length * WRONG_SHARE));
  const alike = options.filter((option) => Math.abs(option.length - word.length) <= wrong);
  const [best] = new Fuse(alike, { threshold: WRONG_SHARE, includeScore: true }).search(word.slice(0, 32), {
    limit: 1,
  });
  return best?.item;
}
