import { pseudonymizeInProcess } from '../shared/pseudonymize.ts';

/** Slots of a bucket. In a table that is half full, one bucket in 120 overflows; with four slots it would be one in 7. */
const SLOTS = 16;

/**
 * Returns a function that returns whether a key is new: not passed in the last `ttl` milliseconds. Passing it again does
 * not prolong that.
 *
 * A hash table of fixed size: 16 bytes for each of `max` keys, where a `Map` took 50 MB for the same number. A full bucket
 * forgets the key that expires first.
 */
export function createDeduplicator(
  ttl: number,
  max: number,
  now: () => number = Date.now,
): (key: string) => boolean {
  const buckets = Math.ceil(max / SLOTS);
  const fingerprints = new Float64Array(buckets * SLOTS);
  const expires = new Float64Array(buckets * SLOTS);
  return (key) => {
    const digest = Buffer.from(pseudonymizeInProcess(key), 'base64');
    const fingerprint = digest.readUIntBE(0, 6);
    const first = (digest.readUInt32BE(6) % buckets) * SLOTS;
    const time = now();
    let target = first;
    for (let slot = first; slot < first + SLOTS; slot++) {
      const end = expires[slot] ?? 0;
      if (fingerprints[slot] === fingerprint && end > time) return false;
      if (end < (expires[target] ?? 0)) target = slot;
    }
    fingerprints[target] = fingerprint;
    expires[target] = time + ttl;
    return true;
  };
}
