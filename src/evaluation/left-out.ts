import { createAsker, offeredIn } from '../core/index.ts';
import type { Entry, Explained, Knowledge, Language } from '../core/index.ts';

/** A variant that is left out of the training set, by its place in the knowledge. */
export interface LeftOut {
  /** The id of its entry, with its guidance. */
  readonly entry: string;
  readonly language: Language;
  /** Index among the variants of the entry in that language. */
  readonly variant: number;
}

/**
 * What a variant gets of a bot that did not learn it: its own entry, as the answer or among the choices (`found`); another
 * one, which is the answer or the first choice (`taken`); no entry (`unknown`); or a command, which no training changes.
 */
export type Landing =
  | { readonly kind: 'found' | 'unknown' | 'command' }
  | {
      readonly kind: 'taken';
      readonly by: string;
      /** Of the bot in that entry, 0..1. */
      readonly confidence: number;
    };

/** The variants are left out in five parts: each model still learns four fifths of them, and five models take seconds. */
export const FOLDS = 5;

/**
 * The variants that are left out in a fold (0 to `FOLDS` - 1). Each variant is in one fold, and the variants of an entry are
 * spread evenly. Lists of fewer variants than there are folds stay whole: they say too little, and have a warning already.
 */
function leftOutOf({ guidances }: Knowledge, fold: number): LeftOut[] {
  return guidances
    .flatMap(({ entries }) => entries)
    .flatMap(({ id, wording }, index) =>
      Object.entries(wording).flatMap(([language, { variants }]) =>
        variants.flatMap((_, variant) =>
          variants.length >= FOLDS && (index + variant) % FOLDS === fold
            ? [{ entry: id, language: language as Language, variant }]
            : [],
        ),
      ),
    );
}

/**
 * Returns the variants that were left out with what they got, except commands. `landings`: of each fold, in the order of
 * `leftOutOf`.
 */
export function placedLandings(
  knowledge: Knowledge,
  landings: readonly (readonly Landing[])[],
): (LeftOut & { readonly landing: Landing })[] {
  return landings.flatMap((own, fold) =>
    leftOutOf(knowledge, fold).flatMap((place, at) => {
      const landing = own[at];
      return landing === undefined || landing.kind === 'command' ? [] : [{ ...place, landing }];
    }),
  );
}

/** Trains a model without the variants of a fold, and returns what each of them gets, in the order of `leftOutOf`. */
export function landingsIn(knowledge: Knowledge, fold: number): Landing[] {
  const entries = new Map(
    knowledge.guidances.flatMap((guidance) => guidance.entries.map((entry) => [entry.id, entry])),
  );
  const leftOut = leftOutOf(knowledge, fold);
  if (leftOut.length === 0) return [];
  const asker = createAsker(withoutVariants(knowledge, leftOut));
  return leftOut.map(({ entry, language, variant }) => {
    const text = entries.get(entry)?.wording[language]?.variants[variant] ?? '';
    return landingOf(asker.explain({ text }), entry);
  });
}

function landingOf({ reply, decision, matches, alsoAsked = [] }: Explained, own: string): Landing {
  const got = reply.kind === 'choices' ? offeredIn(reply) : [reply.entry, ...alsoAsked];
  if (got.includes(own)) return { kind: 'found' };
  if (decision === 'command') return { kind: 'command' };
  const [by] = got;
  if (by === undefined) return { kind: 'unknown' };
  return { kind: 'taken', by, confidence: matches.find(({ entry }) => entry === by)?.confidence ?? 0 };
}

function withoutVariants(knowledge: Knowledge, leftOut: readonly LeftOut[]): Knowledge {
  const keyOf = ({ entry, language, variant }: LeftOut) => `${entry} ${language} ${variant}`;
  const keys = new Set(leftOut.map(keyOf));
  const without = (entry: Entry): Entry => {
    const wording = Object.entries(entry.wording).map(([language, { variants, ...rest }]) => [
      language,
      {
        ...rest,
        variants: variants.filter(
          (_, variant) => !keys.has(keyOf({ entry: entry.id, language: language as Language, variant })),
        ),
      },
    ]);
    return { ...entry, wording: Object.fromEntries(wording) as Entry['wording'] };
  };
  return {
    ...knowledge,
    guidances: knowledge.guidances.map((guidance) => ({
      ...guidance,
      entries: guidance.entries.map(without),
    })),
  };
}
