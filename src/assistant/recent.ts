/** Values that are forgotten after a time, and the one unused longest when there are too many. */
export interface Recent<T> {
  readonly get: (key: string) => T | undefined;
  readonly set: (key: string, value: T) => void;
}

/** `lifetime` in milliseconds, `most` in values. */
export function createRecent<T>(lifetime: number, most: number, now: () => number = Date.now): Recent<T> {
  const values = new Map<string, { readonly value: T; readonly until: number }>();
  return {
    get: (key) => {
      const known = values.get(key);
      if (known === undefined) return undefined;
      if (known.until > now()) return known.value;
      values.delete(key);
      return undefined;
    },
    set: (key, value) => {
      values.delete(key);
      values.set(key, { value, until: now() + lifetime });
      const [oldest] = values.keys();
      if (values.size > most && oldest !== undefined) values.delete(oldest);
    },
  };
}
