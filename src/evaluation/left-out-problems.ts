import { phrasesOf } from '../knowledge/index.ts';
import type { Problem, TrainedSubject } from '../knowledge/index.ts';
import { wilsonInterval } from './interval.ts';
import { placedLandings } from './left-out.ts';
import type { Landing, LeftOut } from './left-out.ts';
import { shownId } from './shown-id.ts';

/** A variant of one entry, with what it got of a bot that did not learn it. */
interface Tried {
  readonly text: string;
  readonly line: () => number | undefined;
  readonly landing: Landing;
}

/**
 * An entry has a warning when more than this share of the new ways of asking it is not found: then somebody who asks it in
 * words of their own has less than an even chance. Variants are a small sample of those ways, and each was tried with a
 * fifth of them missing; so the lower end of the 95 % interval has to be above it: 5 of 5, 9 of 10, 12 of 15.
 */
const MOST_LOST = 1 / 2;
/**
 * An entry is taken over when one other entry gets more than this share of its variants. No interval: of all other entries
 * at least three of five variants got the same one.
 */
const MOST_TAKEN = 1 / 2;
/** Variants that a warning quotes. */
const EXAMPLES = 3;

/** How many variants of the guidances' own entries were tried, and how many of them were found. */
export function countFound(
  { knowledge, located }: TrainedSubject,
  landings: readonly (readonly Landing[])[],
): { readonly found: number; readonly tried: number } {
  const own = new Set(located.map(({ id }) => id));
  const tried = placedLandings(knowledge, landings).filter(({ entry }) => own.has(entry));
  return { found: tried.filter(({ landing }) => landing.kind === 'found').length, tried: tried.length };
}

/**
 * A warning for each entry that is hardly found, or that is taken over; of other entries advice for each variant that is not
 * found. The variants of which the bot is surest that they belong elsewhere come first: they may stand at the wrong entry.
 */
export function leftOutProblems(
  { knowledge, located }: TrainedSubject,
  landings: readonly (readonly Landing[])[],
): Problem[] {
  const landingOf = new Map(
    placedLandings(knowledge, landings).map((place) => [keyOf(place), place.landing]),
  );
  const found = located.flatMap((current) => {
    const variants = phrasesOf(current).filter(({ role }) => role === 'variant');
    const tried = Object.values(Object.groupBy(variants, ({ language }) => language)).flatMap((phrases) =>
      phrases.flatMap(({ language, text, line }, variant): Tried[] => {
        const landing = landingOf.get(keyOf({ entry: current.id, language, variant }));
        if (landing === undefined) return [];
        const by = landing.kind === 'taken' && { by: shownId(knowledge, landing.by) };
        return [{ text, line, landing: { ...landing, ...by } }];
      }),
    );
    return problemsWith(tried).map(({ line = current.lineOf, sureness = 1, ...problem }) => ({
      sureness,
      problem: { file: current.file, line: line(), entry: current.entry.id, ...problem },
    }));
  });
  return found.sort((a, b) => b.sureness - a.sureness).map(({ problem }) => problem);
}

const keyOf = ({ entry, language, variant }: LeftOut) => `${entry} ${language} ${variant}`;

/** What is wrong with an entry or one of its variants. */
interface Found extends Pick<Problem, 'kind' | 'message' | 'advice'> {
  /** Of a variant; absent for the entry. */
  readonly line?: () => number | undefined;
  /** The bot's confidence that a variant belongs elsewhere; absent for the entry. */
  readonly sureness?: number;
}

function problemsWith(tried: readonly Tried[]): Found[] {
  const lost = tried.filter(({ landing }) => landing.kind !== 'found');
  const { by, taken } = mostTaken(lost);
  if (by !== undefined && taken.length > MOST_TAKEN * tried.length) {
    return [
      {
        kind: 'vraag-gaat-op',
        message: `${share(taken, tried)} krijgen “${by}” als de bot ze niet heeft geleerd: ${examples(taken)}.`,
        advice:
          'Gaan de twee vragen over hetzelfde? Voeg ze samen. Anders: geef deze vraag varianten met woorden die de andere niet heeft.',
      },
    ];
  }
  if (wilsonInterval(lost.length, tried.length)[0] > MOST_LOST) {
    return [
      {
        kind: 'vraag-onvindbaar',
        message: `${share(lost, tried)} vindt de bot niet als hij ze niet heeft geleerd: ${examples(lost)}.`,
        advice:
          'Wie het in eigen woorden vraagt, krijgt dit antwoord meestal niet. Zet er varianten bij die op elkaar lijken, en haal weg wat bij een andere vraag hoort.',
      },
    ];
  }
  return lost.map(({ text, line, landing }) => ({
    kind: 'variant-onvindbaar',
    line,
    sureness: landing.kind === 'taken' ? landing.confidence : 0,
    message: `“${text}” ${gotBy(landing)} als de bot hem niet heeft geleerd.`,
    advice:
      'Zet er een paar varianten bij met dezelfde woorden. Past de zin beter bij de andere vraag? Verplaats hem dan.',
  }));
}

/** The other entry that most variants landed on, with those variants; none when no variant landed on an entry. */
function mostTaken(lost: readonly Tried[]): { readonly by?: string; readonly taken: readonly Tried[] } {
  const taken = lost.flatMap(({ landing, ...rest }) =>
    landing.kind === 'taken' ? [{ ...rest, landing }] : [],
  );
  const [most] = [...Map.groupBy(taken, ({ landing }) => landing.by)].sort(
    ([, a], [, b]) => b.length - a.length,
  );
  return most === undefined ? { taken: [] } : { by: most[0], taken: most[1] };
}

function share(part: readonly Tried[], tried: readonly Tried[]): string {
  return `${part.length} van de ${tried.length} varianten`;
}

function examples(some: readonly Tried[]): string {
  const shown = some.slice(0, EXAMPLES).map(({ text }) => `“${text}”`);
  return [...shown, ...(some.length > EXAMPLES ? ['en andere'] : [])].join(', ');
}

const gotBy = (landing: Landing) =>
  landing.kind === 'taken' ? `krijgt “${landing.by}”` : 'wordt niet begrepen';
