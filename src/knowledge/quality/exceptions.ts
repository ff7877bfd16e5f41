import type { LocatedEntry } from '../build.ts';
import { severityOf } from '../kinds.ts';
import type { ProblemKind } from '../kinds.ts';
import type { Problem } from '../problems.ts';
import type { RawException } from '../schema-parts.ts';

/** The exceptions of one guidance: those in handreiking.yaml, for all of its files, and those of its entries. */
export interface Exceptions {
  readonly folder: string;
  readonly general: readonly RawException[];
  readonly lineOf: (at: number) => number | undefined;
  readonly located: readonly LocatedEntry[];
}

/**
 * Removes the problems that an exception in `negeer` is for; adds one for each exception that is for none, unless its kind
 * was not checked.
 */
export function applyExceptions(
  { folder, general, lineOf, located }: Exceptions,
  problems: readonly Problem[],
  isChecked: (kind: ProblemKind) => boolean,
): Problem[] {
  const places = [
    ...general.map(({ soort }, at) => ({
      soort,
      entry: undefined,
      file: `${folder}/handreiking.yaml`,
      line: () => lineOf(at),
    })),
    ...located.flatMap(({ entry, file, exceptions, ...rest }) =>
      exceptions.map(({ soort }, at) => ({
        soort,
        entry: entry.id,
        file,
        line: () => rest.lineOf('negeer', at),
      })),
    ),
  ];
  const used = new Set<(typeof places)[number]>();
  const kept = problems.filter(({ kind, file, entry }) => {
    if (severityOf(kind) === 'fout' || !file.startsWith(`${folder}/`)) return true;
    const fitting = places.filter((place) => place.soort === kind && (place.entry ?? entry) === entry);
    for (const place of fitting) used.add(place);
    return fitting.length === 0;
  });
  const unused = places.filter((place) => !used.has(place) && isChecked(place.soort));
  return [
    ...kept,
    ...unused.map(({ soort, entry, file, line }): Problem => ({
      kind: 'uitzondering-overbodig',
      file,
      line: line(),
      ...(entry !== undefined && { entry }),
      message: `“negeer” noemt ${soort}, maar daar is niets van te melden.`,
      advice: 'Haal de uitzondering weg.',
    })),
  ];
}
