import { secretHash } from './pseudonymize.ts';

/** Values that are forgotten after a time, and the one unused longest when there are too many. */
export interface Recent<T> {
  readonly get: (key: string) => T | undefined;
  readonly set: (key: string, value: T) => void;
}

/** `lifetime` in milliseconds, `most` in values. Of a key only its hash is kept. */
export function createRecent<T>(lifetime: number, most: number, now: () => number = Date.now): Recent<T> {
  const values = new Map<string, { readonly value: T; readonly until: number }>();
  return {
    get: (name) => {
      const key = secretHash(name);
      const known = values.get(key);
      if (known === undefined) return undefined;
      if (known.until > now()) return known.value;
      values.delete(key);
      return undefined;
    },
    set: (name, value) => {
      const key = secretHash(name);
      values.delete(key);
      const time = now();
      values.set(key, { value, until: time + lifetime });
      // Oldest first, as all live equally long: forgotten values take no room until there are too many.
      for (const [oldest, { until }] of values) {
        if (until > time && values.size <= most) break;
        values.delete(oldest);
      }
    },
  };
}
