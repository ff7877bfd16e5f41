/**
 * Returns a function with the result of `read`, which it calls again only after so many milliseconds; a rejection is not
 * kept.
 */
export function keepFor<T>(milliseconds: number, read: () => Promise<T>): () => Promise<T> {
  let kept: { readonly result: Promise<T>; readonly until: number } | undefined;
  return () => {
    if (kept !== undefined && performance.now() < kept.until) return kept.result;
    const result = read();
    const own = { result, until: performance.now() + milliseconds };
    kept = own;
    result.catch(() => {
      if (kept === own) kept = undefined;
    });
    return result;
  };
}
