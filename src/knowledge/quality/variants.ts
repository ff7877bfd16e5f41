import { clean, tokenize } from '../../core/index.ts';
import type { LocatedEntry } from '../build.ts';
import { sameText } from '../check-entries.ts';
import { phrasesOf } from '../entry-texts.ts';
import type { Problem } from '../problems.ts';
import type { Subject } from './subject.ts';

const MIN_VARIANTS = 5;

/** Entries with few variants, with variants of few kinds, or with a phrase twice. */
export function checkVariants({ located }: Subject): Problem[] {
  return located.flatMap((current) => [...repeated(current), ...few(current), ...oneSided(current)]);
}

function repeated(current: LocatedEntry): Problem[] {
  const { entry, file } = current;
  const seen = new Set<string>();
  return phrasesOf(current).flatMap(({ language, text, line }) => {
    const key = `${language} ${sameText(text)}`;
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    const message = `“${text}” staat twee keer bij deze vraag.`;
    return [
      { kind: 'zin-twee-keer', file, line: line(), entry: entry.id, message, advice: 'Haal de regel weg.' },
    ];
  });
}

/** The variants in the guidance's own language. */
function ownVariants({ entry }: LocatedEntry): readonly string[] {
  const [own] = Object.values(entry.wording);
  return own?.variants ?? [];
}

function few(current: LocatedEntry): Problem[] {
  const { entry, file, lineOf } = current;
  const count = ownVariants(current).length;
  if (count >= MIN_VARIANTS) return [];
  const message = `Er zijn weinig varianten (${count}).`;
  const advice = `Bedenk er minstens ${MIN_VARIANTS}, met andere woorden.`;
  return [{ kind: 'weinig-varianten', file, line: lineOf(), entry: entry.id, message, advice }];
}

/** Kinds of variants, each with an example for its editor; the first that fits counts. */
const VARIANT_KINDS = [
  { name: 'steekwoorden', fits: (words: number) => words <= 2 },
  { name: 'een situatie (“ik wil … en …”)', fits: (words: number, isOwn: boolean) => words >= 8 && isOwn },
  { name: 'korte vragen', fits: (words: number) => words <= 5 },
  { name: 'hele zinnen', fits: () => true },
] as const;
const MIN_KINDS = 3;
const FIRST_PERSON = /\b(?:ik|mij|me|mijn|wij|we|ons|onze|i|my|our)\b/iu;

function oneSided(current: LocatedEntry): Problem[] {
  const { entry, file, lineOf } = current;
  const variants = ownVariants(current);
  if (variants.length < MIN_VARIANTS || (entry.kind !== 'answer' && entry.kind !== 'silent')) return [];
  const present = new Set(
    variants.map((text) => {
      const words = text.trim().split(/\s+/).length;
      return VARIANT_KINDS.find(({ fits }) => fits(words, FIRST_PERSON.test(text)))?.name;
    }),
  );
  if (present.size >= MIN_KINDS) return [];
  const missing = VARIANT_KINDS.filter(({ name }) => !present.has(name)).map(({ name }) => name);
  return [
    {
      kind: 'eenzijdige-varianten',
      file,
      line: lineOf(),
      entry: entry.id,
      message: `Er zijn geen varianten van deze soorten: ${missing.join(', ')}.`,
      advice:
        'Mensen vragen het kort, in een zin, als situatie en met steekwoorden: bedenk er van elke soort een paar.',
    },
  ];
}

/** Fewer words that carry meaning say too little to call two phrases nearly equal. */
const MIN_SHARED_WORDS = 2;

/** Phrases of two entries that differ only in the order of their words and in words that say nothing. */
export function checkNearEqual({ located, stopWords }: Subject): Problem[] {
  const byWords = new Map<string, { readonly id: string; readonly text: string }>();
  return located.flatMap((current): Problem[] => {
    const { entry, file } = current;
    return phrasesOf(current).flatMap(({ text, line }): Problem[] => {
      const words = [...new Set(tokenize(clean(text)).filter((word) => !stopWords.has(word)))].sort();
      if (words.length < MIN_SHARED_WORDS) return [];
      const key = words.join(' ');
      const same = byWords.get(key);
      if (same === undefined) byWords.set(key, { id: entry.id, text });
      if (same === undefined || same.id === entry.id || sameText(same.text) === sameText(text)) return [];
      const message = `“${text}” lijkt op “${same.text}” bij “${same.id}”.`;
      const advice = 'Laat de zin staan bij de vraag waar hij het best past.';
      return [{ kind: 'bijna-gelijk', file, line: line(), entry: entry.id, message, advice }];
    });
  });
}
