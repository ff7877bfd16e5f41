/** A word with its place in the text and what stands between it and the next one. */
interface Word {
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  readonly gap: string;
}

const set = (words: string) => new Set(words.split(' '));

const GREETINGS = set(
  'beste hallo hoi hai hi hey hé hee dag geachte lieve waarde dear hello goedemorgen goedemiddag goedenavond',
);
/** A name follows, with or without capitals. */
const TITLES = set('heer dhr mevrouw mevr mw meneer mijnheer drs prof mrs juffrouw juf ms heet');
/** A name may follow; only capitals tell. Not after a preposition: there organisations stand far more often. */
const ROLES = set(
  'mr dr ir ing professor minister staatssecretaris wethouder burgemeester directeur manager collega collegas chef baas ' +
    'leidinggevende teamleider secretaris vriend vriendin buurman buurvrouw broer zus zoon dochter man vrouw partner colleague ' +
    "boss friend ben am im i'm i’m namens genaamd naam name is",
);
const CLOSINGS = set('groet groeten groetjes gr mvg hoogachtend liefs regards sincerely cheers');
const THANKS = set('bedankt dank dankjewel dankuwel thanks thx');
const PARTICLES = set("van von de der den het 't ten ter te la le el al bin ben di da dos op in");
/** Who is greeted without being named; and words with which a sentence goes on. */
const NOBODY = set(
  'allemaal iedereen collega collegas team bot handreiking handreiking-bot daar weer all everyone there colleagues mensen ' +
    'dames heren lezer redactie een ik mag kan wat hoe is moet we wij je jij u de het die dat van in op en of als over uit met ' +
    'bij aan om te niet nog nu heer mevrouw meneer dhr mw mevr iemand wie er the a an of who that i you can may what how',
);
/** Words with a capital that stand beside such words and are no names of persons. */
const KNOWN = set(
  'ik slack teams linkedin twitter x facebook instagram whatsapp signal youtube tiktok mastodon bluesky threads reddit google ' +
    'microsoft nederland nederlands nederlandse europa europese rijk rijksoverheid kamer tweede eerste ministerie belastingdienst ' +
    "i've i'll i'd i've " +
    'handreiking gedragscode grondwet ambtenarenwet avg woo i english dutch',
);
/** A text after a closing that is longer is no signature, in words. */
const MOST_SIGNATURE = 8;
const MOST_NAME = 5;

/**
 * Masks names where people put them: after a greeting, a title, an introduction or a preposition, after a closing, and
 * as a last line. A name is told by its capitals, after a greeting or a title also without.
 */
export function maskNames(text: string, mask: string): string {
  const words = wordsOf(text);
  const cuts: (readonly [number, number])[] = [];
  for (let place = 0; place < words.length; place += 1) {
    const word = words[place];
    if (word === undefined) break;
    const signature = signatureAfter(words, place, text);
    if (signature !== undefined) {
      cuts.push(signature);
      break;
    }
    const count = nameAfter(words, place);
    const [first, last] = [words[place + 1], words[place + count]];
    if (count > 0 && first !== undefined && last !== undefined) {
      cuts.push([first.start, last.end]);
      place += count - 1;
    }
  }
  const line = lastLine(words, text);
  if (line !== undefined && !cuts.some(([, end]) => end > line[0])) cuts.push(line);
  return cuts.reduceRight((cut, [start, end]) => `${cut.slice(0, start)}${mask}${cut.slice(end)}`, text);
}

function wordsOf(text: string): Word[] {
  // What is masked already is one word that is no name.
  const found = [...text.matchAll(/\[[a-z-]+\]|[\p{L}\p{M}]['’\p{L}\p{M}-]*/gu)];
  return found.map((match, place) => {
    const end = match.index + match[0].length;
    const gap = text.slice(end, found[place + 1]?.index ?? text.length);
    return { text: match[0], lower: match[0].toLowerCase(), start: match.index, end, gap };
  });
}

const isMasked = ({ text }: Word) => text.startsWith('[');
/** On the same breath: a full stop ends a sentence, but not an initial or a short title. */
const isNear = ({ gap, lower }: Word) =>
  gap === ' ' || gap === ': ' || (/^\. ?$/.test(gap) && (lower.length === 1 || isTitled(lower)));
const isTitled = (word: string) => TITLES.has(word) || ROLES.has(word) || CLOSINGS.has(word);
const isCapital = (word: Word) =>
  /^\p{Lu}/u.test(word.text) && !KNOWN.has(word.lower) && !NOBODY.has(word.lower);

/** How many words after this one are a name. */
function nameAfter(words: readonly Word[], place: number): number {
  const word = words[place];
  if (word === undefined || isMasked(word)) return 0;
  const isGreeting = GREETINGS.has(word.lower);
  const isTitle = TITLES.has(word.lower);
  const isRole = ROLES.has(word.lower);
  if (!isGreeting && !isTitle && !isRole) return 0;
  let count = 0;
  for (let next = place + 1; count < MOST_NAME; next += 1) {
    const [before, one] = [words[next - 1], words[next]];
    if (before === undefined || one === undefined || isMasked(one) || !isNear(before)) break;
    const leads = PARTICLES.has(one.lower) && (count > 0 || !isRole) && leadsToName(words, next);
    // "hoi jan," and "mevrouw jansen" have no capitals; "hoi mag ik" goes on.
    const ends = one.gap === '' || /^[,!\n]/.test(one.gap);
    const isBare =
      !NOBODY.has(one.lower) &&
      !TITLES.has(one.lower) &&
      ((isGreeting && (ends || endsSoon(words, next))) || (isTitle && count === 0));
    if (!isCapital(one) && !leads && !isBare) break;
    if (TITLES.has(one.lower)) break;
    count += 1;
  }
  return count;
}

/** "van", "van der": whether a capital comes after it. */
function leadsToName(words: readonly Word[], place: number): boolean {
  const [one, next] = [words[place], words[place + 1]];
  if (one === undefined || next === undefined || !isNear(one)) return false;
  return isCapital(next) || (PARTICLES.has(next.lower) && leadsToName(words, place + 1));
}

/** Two words without capitals that a comma follows: "hoi jan jansen,". */
function endsSoon(words: readonly Word[], place: number): boolean {
  const [one, next] = [words[place], words[place + 1]];
  if (one === undefined || next === undefined || NOBODY.has(next.lower)) return false;
  return isNear(one) && /^[,!\n]/.test(next.gap);
}

/** What stands after a closing at the end of the text. */
function signatureAfter(
  words: readonly Word[],
  place: number,
  text: string,
): readonly [number, number] | undefined {
  const [word, first] = [words[place], words[place + 1]];
  if (word === undefined || first === undefined) return undefined;
  const isThanks = THANKS.has(word.lower);
  if (!isThanks && !CLOSINGS.has(word.lower)) return undefined;
  const rest = words.slice(place + 1);
  if (rest.length > MOST_SIGNATURE || text.slice(word.end).includes('?')) return undefined;
  if (rest.every(isMasked)) return undefined;
  // Thanks go on: "bedankt, maar mag het ook". A name begins with a capital or on a line of its own.
  if (isThanks && !isCapital(first) && !word.gap.includes('\n')) return undefined;
  return [first.start, text.length];
}

/** A last line of its own that is a name. */
function lastLine(words: readonly Word[], text: string): readonly [number, number] | undefined {
  const start = text.lastIndexOf('\n') + 1;
  const line = words.filter((word) => word.start >= start);
  const isName = line.length > 0 && line.length <= MOST_NAME && /^[^?!0-9]*$/.test(text.slice(start));
  const isWritten = line.every((word) => isCapital(word) || PARTICLES.has(word.lower));
  return start > 0 && isName && isWritten && line.some(isCapital) ? [start, text.length] : undefined;
}
