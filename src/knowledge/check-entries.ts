import { nearestName } from '../core/index.ts';
import type { LocatedEntry, LocatedPractice } from './build.ts';
import { phrasesOf } from './entry-texts.ts';
import type { Problem } from './problems.ts';
import { collapse } from './source.ts';
import type { LocatedTestQuestion } from './test-questions.ts';

/** Adds the problems between entries of a guidance: a duplicate id, a phrase of two entries. */
export function checkEntries(located: readonly LocatedEntry[], problems: Problem[]): void {
  const byId = new Map<string, LocatedEntry>();
  const byPhrase = new Map<string, LocatedEntry>();
  for (const current of located) {
    const { entry, file, lineOf } = current;
    const other = byId.get(entry.id);
    if (other === undefined) byId.set(entry.id, current);
    else {
      problems.push({
        kind: 'dubbel-id',
        file,
        line: lineOf('id') ?? lineOf(),
        entry: entry.id,
        message: `Het id “${entry.id}” bestaat al (${other.file}:${other.lineOf('id') ?? 1}).`,
        advice: 'Geef een van de twee een ander id.',
      });
    }
    for (const { text, line } of phrasesOf(current)) {
      const key = sameText(text);
      const same = byPhrase.get(key);
      if (same === undefined) byPhrase.set(key, current);
      else if (same.entry.id !== entry.id) {
        problems.push({
          kind: 'dubbele-zin',
          file,
          line: line(),
          entry: entry.id,
          message: `“${text}” staat ook bij “${same.entry.id}” (${same.file}).`,
          advice: 'Laat de zin staan bij de vraag waar hij het best past.',
        });
      }
    }
  }
}

interface Reference {
  readonly file: string;
  readonly line: number | undefined;
  readonly entry?: string;
}

/** What refers to entries. */
interface Referring {
  readonly located: readonly LocatedEntry[];
  readonly practice: readonly LocatedPractice[];
  readonly tests: readonly LocatedTestQuestion[];
}

/**
 * Adds one problem for each id that something refers to and that no entry has. Practice and test questions may also be about
 * `shared` entries; `verwant` may not, because small talk is no subject to read on about.
 */
export function checkReferences(
  { located, practice, tests }: Referring,
  problems: Problem[],
  shared: readonly LocatedEntry[] = [],
): void {
  const own = new Set(located.map(({ entry }) => entry.id));
  const ids = new Set([...own, ...shared.map(({ entry }) => entry.id)]);
  const unknown = new Map<string, Map<string, Reference>>();
  const refer = (id: string, reference: Reference, known: ReadonlySet<string> = ids) => {
    if (known.has(id)) return;
    const places = unknown.get(id) ?? new Map<string, Reference>();
    unknown.set(id, places.set(placeOf(reference), reference));
  };
  for (const { entry, file, lineOf } of located) {
    entry.related.forEach((id, at) => {
      refer(id, { file, line: lineOf('verwant', at), entry: entry.id }, own);
    });
  }
  for (const { question, file, bijLine } of practice) {
    if (question.entry !== null) refer(question.entry, { file, line: bijLine });
  }
  for (const { entries, file, entriesLine } of tests)
    for (const id of entries) refer(id, { file, line: entriesLine });
  for (const [id, places] of unknown) {
    const [first] = places.values();
    if (first !== undefined)
      problems.push({ kind: 'onbekend-id', ...first, ...explainUnknown(id, [...places.keys()], ids) });
  }
}

const placeOf = ({ file, line }: Reference) => `${file}:${line ?? 1}`;

/** So many places are named; the others are counted. */
const SHOWN_PLACES = 5;

function explainUnknown(
  id: string,
  places: readonly string[],
  ids: ReadonlySet<string>,
): Pick<Problem, 'message' | 'advice'> {
  if (places.length > 1) {
    const others = places.slice(1, SHOWN_PLACES);
    const rest = places.length - 1 - others.length;
    return {
      message: `Er is geen vraag met het id “${id}”. Ook hier staat dat id: ${others.join(', ')}${rest > 0 ? ` en op ${rest} andere plekken` : ''}.`,
      advice:
        'Is de vraag weg? Haal het id dan ook op deze plekken weg. Heeft de vraag een ander id? Zet het oude terug.',
    };
  }
  const others = [...ids].filter((other) => other !== id);
  const meant = nearestName(id, others);
  return {
    message: `Er is geen vraag met het id “${id}”.`,
    advice: meant === undefined ? 'Haal het weg, of maak die vraag.' : `Bedoel je “${meant}”?`,
  };
}

/** Equal for phrases that differ only in white space and capitals. */
export function sameText(text: string): string {
  return collapse(text).toLowerCase();
}
