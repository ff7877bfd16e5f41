/** How `fitParts` measures and shortens a part. */
export interface PartMeasure<Part> {
  readonly lengthOf: (part: Part) => number;
  /** Whether the part asks something. */
  readonly asks: (part: Part) => boolean;
  readonly cut: (part: Part, length: number) => Part;
}

/** Lengths in the unit of `lengthOf`. */
export interface Limits {
  /** No more than this is read. */
  readonly most: number;
  /** When the parts that ask have this length, they are read alone. */
  readonly enough: number;
  /** Other parts are read up to this length. */
  readonly others: number;
}

/**
 * Returns what counts of a text that is too long, in its order. People put their question before, after or halfway what they
 * paste, so the parts that ask come first; when that is not enough ("Mag dat?"), the parts just before those, then the
 * others. Of each, those nearest to the beginning and the end.
 */
export function fitParts<Part>(
  parts: readonly Part[],
  { most, enough, others }: Limits,
  { lengthOf, asks, cut }: PartMeasure<Part>,
): readonly Part[] {
  if (parts.reduce((sum, part) => sum + lengthOf(part), 0) <= most) return parts;
  const asking = parts.flatMap((part, place) => (asks(part) ? [place] : []));
  const kept = new Map<number, Part>();
  let used = 0;
  const keep = (wanted: readonly number[], limit: number) => {
    for (const turn of fromEnds(wanted.length)) {
      if (used >= limit) return;
      const place = wanted[turn] ?? -1;
      const part = parts[place];
      if (part === undefined || kept.has(place)) continue;
      kept.set(place, lengthOf(part) > limit - used ? cut(part, limit - used) : part);
      used += lengthOf(part);
    }
  };
  keep(asking, most);
  const before = asking.map((place) => place - 1);
  for (const wanted of [before, [...parts.keys()]]) if (used < enough) keep(wanted, others);
  return [...kept].sort(([a], [b]) => a - b).map(([, part]) => part);
}

/** The first, the last, the second, the last but one, and so on, of `count` places. */
function* fromEnds(count: number): Generator<number> {
  for (let [first, last] = [0, count - 1]; first <= last; first += 1, last -= 1) {
    yield first;
    if (last > first) yield last;
  }
}
