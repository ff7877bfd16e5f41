interface Word {
  readonly text: string;
  readonly lower: string;
  /** Offset in the text. */
  readonly start: number;
  /** Offset after the last character. */
  readonly end: number;
  /** The characters up to the next word. */
  readonly gap: string;
}

const set = (words: string) => new Set(words.split(' '));

const GREETINGS = set(
  'beste hallo hoi hai hi hey hé hee dag geachte lieve waarde dear hello goedemorgen goedemiddag goedenavond',
);
/** A name follows, with or without capitals. */
const TITLES = set('heer dhr mevrouw mevr mw meneer mijnheer drs prof mrs juffrouw juf ms heet');
/** A name with a capital may follow. No prepositions: organisations follow those far more often. */
const ROLES = set(
  'mr dr ir ing professor minister staatssecretaris wethouder burgemeester directeur manager collega collegas chef baas ' +
    'leidinggevende teamleider secretaris vriend vriendin buurman buurvrouw broer zus zoon dochter man vrouw partner colleague ' +
    "boss friend ben am im i'm i’m namens genaamd naam name is",
);
const CLOSINGS = set('groet groeten groetjes gr mvg hoogachtend liefs regards sincerely cheers');
const THANKS = set('bedankt dank dankjewel dankuwel thanks thx');
const PARTICLES = set("van von de der den het 't ten ter te la le el al bin ben di da dos op in");
/** Words after a greeting that are not names. */
const NO_NAMES = set(
  'allemaal iedereen collega collegas team bot handreiking handreiking-bot daar weer all everyone there colleagues mensen ' +
    'dames heren lezer redactie een ik mag kan wat hoe is moet we wij je jij u de het die dat van in op en of als over uit met ' +
    'bij aan om te niet nog nu heer mevrouw meneer dhr mw mevr iemand wie er the a an of who that i you can may what how',
);
/** Capitalized words that are not names of persons. */
const CAPITALIZED = set(
  'ik slack teams linkedin twitter x facebook instagram whatsapp signal youtube tiktok mastodon bluesky threads reddit google ' +
    'microsoft nederland nederlands nederlandse europa europese rijk rijksoverheid kamer tweede eerste ministerie belastingdienst ' +
    "i've i'll i'd " +
    'handreiking gedragscode grondwet ambtenarenwet avg woo i english dutch',
);
/** In words. */
const MAX_SIGNATURE = 8;
const MAX_NAME = 5;

/**
 * Returns the text with `mask` for the names after a greeting, a title, an introduction or a closing, and for a name as
 * the last line. A name has capitals; after a greeting or a title it may have none.
 */
export function maskNames(text: string, mask: string): string {
  const words = wordsOf(text);
  const cuts: (readonly [number, number])[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (word === undefined) break;
    const signature = signatureAfter(words, index, text);
    if (signature !== undefined) {
      cuts.push(signature);
      break;
    }
    const count = nameLengthAfter(words, index);
    const [first, last] = [words[index + 1], words[index + count]];
    if (count > 0 && first !== undefined && last !== undefined) {
      cuts.push([first.start, last.end]);
      index += count - 1;
    }
  }
  const line = lastLine(words, text);
  if (line !== undefined && !cuts.some(([, end]) => end > line[0])) cuts.push(line);
  return cuts.reduceRight((cut, [start, end]) => `${cut.slice(0, start)}${mask}${cut.slice(end)}`, text);
}

function wordsOf(text: string): Word[] {
  // A mask is one word.
  const found = [...text.matchAll(/\[[a-z-]+\]|[\p{L}\p{M}]['’\p{L}\p{M}-]*/gu)];
  return found.map((match, index) => {
    const end = match.index + match[0].length;
    const gap = text.slice(end, found[index + 1]?.index ?? text.length);
    return { text: match[0], lower: match[0].toLowerCase(), start: match.index, end, gap };
  });
}

const isMasked = ({ text }: Word) => text.startsWith('[');
/** Whether the next word may belong to the same name: a full stop ends an initial or a title, or else a sentence. */
const isSameName = ({ gap, lower }: Word) =>
  gap === ' ' || gap === ': ' || (/^\. ?$/.test(gap) && (lower.length === 1 || isTitled(lower)));
const isTitled = (word: string) => TITLES.has(word) || ROLES.has(word) || CLOSINGS.has(word);
const isCapital = (word: Word) =>
  /^\p{Lu}/u.test(word.text) && !CAPITALIZED.has(word.lower) && !NO_NAMES.has(word.lower);

/** Number of words after this one that are a name. */
function nameLengthAfter(words: readonly Word[], index: number): number {
  const word = words[index];
  if (word === undefined || isMasked(word)) return 0;
  const isGreeting = GREETINGS.has(word.lower);
  const isTitle = TITLES.has(word.lower);
  const isRole = ROLES.has(word.lower);
  if (!isGreeting && !isTitle && !isRole) return 0;
  let count = 0;
  for (let next = index + 1; count < MAX_NAME; next += 1) {
    const [before, one] = [words[next - 1], words[next]];
    if (before === undefined || one === undefined || isMasked(one) || !isSameName(before)) break;
    const isParticle = PARTICLES.has(one.lower) && (count > 0 || !isRole) && precedesName(words, next);
    // Names without capitals, as in "hoi jan," and "mevrouw jansen"; not the words of "hoi mag ik".
    const ends = one.gap === '' || /^[,!\n]/.test(one.gap);
    const isBare =
      !NO_NAMES.has(one.lower) &&
      !TITLES.has(one.lower) &&
      ((isGreeting && (ends || endsAfterNext(words, next))) || (isTitle && count === 0));
    if (!isCapital(one) && !isParticle && !isBare) break;
    if (TITLES.has(one.lower)) break;
    count += 1;
  }
  return count;
}

/** Whether the particles from this word on ("van", "van der") end in a capitalized word. */
function precedesName(words: readonly Word[], index: number): boolean {
  const [one, next] = [words[index], words[index + 1]];
  if (one === undefined || next === undefined || !isSameName(one)) return false;
  return isCapital(next) || (PARTICLES.has(next.lower) && precedesName(words, index + 1));
}

/** Whether this word and the next are followed by a comma, as in "hoi jan jansen,". */
function endsAfterNext(words: readonly Word[], index: number): boolean {
  const [one, next] = [words[index], words[index + 1]];
  if (one === undefined || next === undefined || NO_NAMES.has(next.lower)) return false;
  return isSameName(one) && /^[,!\n]/.test(next.gap);
}

/** Offsets of the signature after this word, if it is a closing near the end of the text. */
function signatureAfter(
  words: readonly Word[],
  index: number,
  text: string,
): readonly [number, number] | undefined {
  const [word, first] = [words[index], words[index + 1]];
  if (word === undefined || first === undefined) return undefined;
  const isThanks = THANKS.has(word.lower);
  if (!isThanks && !CLOSINGS.has(word.lower)) return undefined;
  const rest = words.slice(index + 1);
  if (rest.length > MAX_SIGNATURE || text.slice(word.end).includes('?')) return undefined;
  if (rest.every(isMasked)) return undefined;
  // A sentence may go on after thanks: "bedankt, maar mag het ook". A name has a capital or is on the next line.
  if (isThanks && !isCapital(first) && !word.gap.includes('\n')) return undefined;
  return [first.start, text.length];
}

/** Offsets of the last line, if it is a name. */
function lastLine(words: readonly Word[], text: string): readonly [number, number] | undefined {
  const start = text.lastIndexOf('\n') + 1;
  const line = words.filter((word) => word.start >= start);
  const isName = line.length > 0 && line.length <= MAX_NAME && /^[^?!0-9]*$/.test(text.slice(start));
  const hasNameWords = line.every((word) => isCapital(word) || PARTICLES.has(word.lower));
  return start > 0 && isName && hasNameWords && line.some(isCapital) ? [start, text.length] : undefined;
}
