/** How `fitParts` measures and shortens a part. */
export interface PartMeasure<Part> {
  readonly lengthOf: (part: Part) => number;
  /** Whether the part asks something: by its question mark, or, where no part has one, by how it opens. */
  readonly asks: (part: Part) => boolean;
  readonly opensQuestion: (part: Part) => boolean;
  readonly cut: (part: Part, length: number) => Part;
}

/** Lengths in the unit of `lengthOf`. */
export interface Limits {
  /** No more than this is read. */
  readonly most: number;
  /** When the parts that ask have this length, they are read alone. */
  readonly enough: number;
  /** Else they are read with whole parts before them, until they have this length together. */
  readonly context: number;
  /** Other parts are read up to this length. */
  readonly others: number;
}

/**
 * Returns what counts of a text that is too long, in its order. People put their question before, after or halfway what they
 * paste, so the parts that ask come first; when that is not enough ("Mag dat?"), those before them, the nearest first. Of
 * parts that ask, and where none does of all, those nearest to the beginning and the end.
 */
export function fitParts<Part>(
  parts: readonly Part[],
  { most, enough, context, others }: Limits,
  { lengthOf, asks, opensQuestion, cut }: PartMeasure<Part>,
): readonly Part[] {
  if (parts.reduce((sum, part) => sum + lengthOf(part), 0) <= most) return parts;
  const isAsking = parts.some(asks) ? asks : opensQuestion;
  const asking = parts.flatMap((part, place) => (isAsking(part) ? [place] : []));
  const kept = new Map<number, Part>();
  let used = 0;
  const keep = (wanted: Iterable<number>, limit: number, until = limit) => {
    for (const place of wanted) {
      if (used >= until) return;
      const part = parts[place];
      if (part === undefined || kept.has(place)) continue;
      kept.set(place, lengthOf(part) > limit - used ? cut(part, limit - used) : part);
      used += lengthOf(part);
    }
  };
  keep(fromEnds(asking), most);
  if (used < enough) keep(before(asking), others, context);
  if (used < enough) keep(fromEnds([...parts.keys()]), others);
  return [...kept].sort(([a], [b]) => a - b).map(([, part]) => part);
}

/** The first of some places, the last, the second, the last but one, and so on. */
function fromEnds(places: readonly number[]): number[] {
  return places.map((_, turn) => places.at(turn % 2 === 0 ? turn / 2 : -(turn + 1) / 2) ?? 0);
}

/** The places before those that ask, the nearest first. */
function* before(asking: readonly number[]): Generator<number> {
  for (let distance = 1; distance <= (asking.at(-1) ?? 0); distance += 1)
    for (const place of asking) yield place - distance;
}
