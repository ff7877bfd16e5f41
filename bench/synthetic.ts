import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';

/** A large generated knowledge directory with words that look Dutch; the same on every run. */
export interface Synthetic {
  /** Its path, a new temporary folder. */
  readonly directory: string;
  /** Test questions, not in the knowledge, each with the id of its entry. */
  readonly questions: readonly { readonly text: string; readonly entry: string }[];
}

/** Returns a number from 0 (inclusive) to 1 (exclusive). */
type Random = () => number;

const WORDS = 30_000;
/** The most frequent words are short. */
const FREQUENT_WORDS = 3_000;
/** The most frequent words are real ones: half of what people type, and known to the bot as stop words. */
const REAL_WORDS =
  'de het een ik en je dat is mag van in op kan te wat niet hoe met voor als mijn moet wij aan er zijn ook of bij om ' +
  'waarom dan over zo uit naar nog heb wel maar iets doen wie we geen zou wil waar door dit heeft nu die al zelf mee';
const ONSETS = ',b,bl,br,d,dr,f,g,gr,h,j,k,kl,kr,l,m,n,p,pl,pr,r,s,sch,sl,st,str,t,tr,v,vl,w,z,zw'.split(',');
const VOWELS = 'a,e,i,o,u,aa,ee,oo,oe,ie,ui,ou,ij,ei,eu'.split(',');
const CODAS = ',,l,m,n,r,s,t,k,p,g,f,nd,rt,st,ng,cht,ls,lk'.split(',');
const ENDINGS = ',,,,en,er,ing,heid,lijk,t,s,je'.split(',');
/** Frequency rank from which the words of an entry's own subject are drawn. */
const FIRST_OWN_WORD = 500;
const OWN_WORDS = 4;
const OWN_WORDS_IN_TEXT = 2;
const SHORTEST_TEXT = 4;
const LONGEST_TEXT = 12;
const ENTRIES_PER_FILE = 500;
const ENTRIES_PER_SENTENCE = 2;
const SENTENCES_PER_PARAGRAPH = 5;
/** A word of a test question is left out with this probability; the last three never are. */
const DROP_RATE = 0.25;
const ALWAYS_KEPT = 3;
/** A word of at least five letters is misspelled with this probability. */
const TYPO_RATE = 0.2;
const SHORTEST_MISSPELLED = 5;

/** Writes knowledge with a number of entries, each with one question and a number of variants, and test questions. */
export function writeSynthetic(entries: number, variants: number, questions: number): Synthetic {
  const random = createRandom(1);
  const words = createWords(random);
  const common = createZipf(words, random);
  const texts = Array.from({ length: entries }, () => {
    const own = Array.from({ length: OWN_WORDS }, () => pick(words, random, FIRST_OWN_WORD));
    return Array.from({ length: variants + 1 }, () => createText(own, common, random));
  });
  return {
    directory: writeGuidance(texts, common),
    questions: Array.from({ length: questions }, () => {
      const entry = Math.floor(random() * entries);
      return { text: hurried(pick(texts[entry] ?? [], random), random), entry: idOf(entry) };
    }),
  };
}

/** A question with two of the entry's own words among common ones, in random order. */
function createText(own: readonly string[], common: () => string, random: Random): string {
  const length = SHORTEST_TEXT + Math.floor(random() * (LONGEST_TEXT - SHORTEST_TEXT + 1));
  const chosen = shuffled(own, random).slice(0, OWN_WORDS_IN_TEXT);
  const others = Array.from({ length: length - chosen.length }, common);
  return `${shuffled([...chosen, ...others], random).join(' ')}?`;
}

/** The question as somebody types it in a hurry: with words left out and typing errors in the longer ones. */
function hurried(text: string, random: Random): string {
  const words = text.slice(0, -1).split(' ');
  const kept = words.filter((_, index) => index >= words.length - ALWAYS_KEPT || random() >= DROP_RATE);
  return kept
    .map((word) =>
      word.length >= SHORTEST_MISSPELLED && random() < TYPO_RATE ? misspell(word, random) : word,
    )
    .join(' ');
}

/** Makes one typing error: two letters swapped, or one letter missing, doubled or replaced. */
function misspell(word: string, random: Random): string {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const [before, letter, next, after] = [word.slice(0, at), word[at], word[at + 1], word.slice(at + 2)];
  const options = [
    [before, next, letter, after],
    [before, next, after],
    [before, letter, letter, next, after],
    [before, pick(VOWELS, random), next, after],
  ];
  return pick(options, random).join('');
}

function createWords(random: Random): string[] {
  const words = new Set(REAL_WORDS.split(' '));
  while (words.size < WORDS) {
    const syllables = 1 + Math.floor(random() * (words.size < FREQUENT_WORDS ? 2 : 3));
    const stem = Array.from({ length: syllables }, () =>
      [ONSETS, VOWELS, CODAS].map((letters) => pick(letters, random)).join(''),
    ).join('');
    const word = stem + pick(ENDINGS, random);
    if (word.length > 2) words.add(word);
  }
  return [...words];
}

/** Draws words with Zipf's distribution: the word of rank n about 1/n times as often as the first. */
function createZipf(words: readonly string[], random: Random): () => string {
  let total = 0;
  const sums = words.map((_, rank) => (total += 1 / (rank + 3)));
  return () => {
    const drawn = random() * total;
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < drawn) low = middle + 1;
      else high = middle;
    }
    return words[low] ?? '';
  };
}

function writeGuidance(texts: readonly (readonly string[])[], common: () => string): string {
  const directory = mkdtempSync(join(tmpdir(), 'synthetic-'));
  const write = (path: string, data: unknown) => {
    writeFileSync(join(directory, 'synthetic', path), typeof data === 'string' ? data : stringify(data));
  };
  mkdirSync(join(directory, 'synthetic/vragen'), { recursive: true });
  const sentences = Array.from({ length: Math.ceil(texts.length / ENTRIES_PER_SENTENCE) }, (_, index) => {
    const words = Array.from({ length: LONGEST_TEXT }, common).join(' ');
    return `Sentence ${index} says ${words}.`;
  });
  const paragraphs = chunks(sentences, SENTENCES_PER_PARAGRAPH).map((paragraph) => paragraph.join(' '));
  write('handreiking.yaml', { naam: 'synthetic', titel: 'Synthetic', taal: 'nl' });
  write('bron.txt', `${['Synthetic', ...paragraphs].join('\n\n')}\n`);
  const entries = texts.map(([vraag, ...varianten], index) => {
    const citaten = [sentences[Math.floor(index / ENTRIES_PER_SENTENCE)]];
    return { id: idOf(index), vraag, varianten, antwoord: `About entry ${index}.`, citaten };
  });
  chunks(entries, ENTRIES_PER_FILE).forEach((part, index) => {
    write(`vragen/part-${index}.yaml`, part);
  });
  return directory;
}

function idOf(entry: number): string {
  return `entry-${entry}`;
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  const left = [...items];
  return items.flatMap(() => left.splice(Math.floor(random() * left.length), 1));
}

function pick<T>(items: readonly T[], random: Random, from = 0): T {
  const item = items[from + Math.floor(random() * (items.length - from))];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
}

/** Mulberry32: a small pseudo-random generator with the same numbers on every machine. */
function createRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
