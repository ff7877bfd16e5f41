import { secretHash } from '../shared/pseudonymize.ts';

/** Sixteen: hashes fall unevenly over rows; with half of the places taken a row of sixteen is full once in 120 times, one of four once in 7. */
const ROW = 16;

/**
 * Tells whether a key was not asked for in the last `lifetime` milliseconds; asking again does not prolong that. Takes 16
 * bytes for each of `most` keys and never more; where too many meet in a row, the earliest gives way.
 */
export function createSeen(
  lifetime: number,
  most: number,
  now: () => number = Date.now,
): (key: string) => boolean {
  const rows = Math.ceil(most / ROW);
  const marks = new Float64Array(rows * ROW);
  const until = new Float64Array(rows * ROW);
  return (key) => {
    const digest = Buffer.from(secretHash(key), 'base64');
    const mark = digest.readUIntBE(0, 6);
    const row = (digest.readUInt32BE(6) % rows) * ROW;
    const time = now();
    let earliest = row;
    for (let place = row; place < row + ROW; place++) {
      const end = until[place] ?? 0;
      if (marks[place] === mark && end > time) return false;
      if (end < (until[earliest] ?? 0)) earliest = place;
    }
    marks[earliest] = mark;
    until[earliest] = time + lifetime;
    return true;
  };
}
