import type { Lexicon } from './lexicon.ts';
import { fold } from './words.ts';

/** Returns the rule that masks a street with a house number, and a street by its ending ("prinsengracht"). */
export function addressRule(
  mask: string,
  { list, isCommon, isProper, isStopWord }: Lexicon,
): (text: string) => string {
  const either = (words: ReadonlySet<string>) =>
    [...words].map((word) => word.replaceAll('.', '\\.')).join('|') || '(?!)';
  const name = "['’]?[\\p{L}][\\p{L}\\p{M}'’-]*";
  const number = `(?:,? (?:nr\\.?|nummer|no\\.?|huisnummer)? ?)\\p{Nd}{1,5}(?:[ -]?(?:${either(list('toevoegingen'))})(?![\\p{L}\\p{N}])|[-/]\\p{Nd}{1,4}|[a-z]{1,2}(?![\\p{L}\\p{N}]))?(?![\\p{L}\\p{N}%])`;
  const address = new RegExp(
    `(?<![\\p{L}\\p{N}\\]['’-])((?:${name} (?:\\p{Nd}{4} (?=nr|nummer|no))?){0,3})(${name}(?: \\p{Nd}{4}(?= (?:nr|nummer|no|\\p{Nd})))?)(${number})`,
    'gu',
  );
  const street = new RegExp(
    `(?<![\\p{L}\\p{N}'’-])[\\p{L}-]{3,40}(?:${either(list('straten'))})(?:-?(?:oost|west|noord|zuid|oostzijde|westzijde))?(?![\\p{L}\\p{N}'’-])`,
    'giu',
  );
  const ending = new RegExp(
    `[\\p{L}-]{3}(?:${either(list('straten'))}|${either(list('straten_met_nummer'))})(?:-?(?:oost|west|noord|zuid))?$`,
    'iu',
  );
  const isEnding = (word: string) => list('straten').has(word) || list('straten_met_nummer').has(word);
  const isPlain = (word: string) => isCommon(fold(word)) || isProper(fold(word)) || isStopWord(fold(word));
  const lane = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${either(list('straten'))}|hof) (?:van|der|de|den)(?: [\\p{L}'’-]+){1,4}${number}`,
    'giu',
  );
  return (text) =>
    text
      .replace(lane, mask)
      .replace(address, (found, before: string, last: string) => {
        const isStreet =
          (ending.test(last) && (!isCommon(fold(last)) || /^\p{Lu}/u.test(last))) ||
          (/^['’]?\p{Lu}.*\p{Ll}/u.test(last) && !isPlain(last.replace(/^['’]/, ''))) ||
          (isEnding(fold(last)) && /\p{Lu}|['’]/u.test(before + last));
        if (!isStreet) return found;
        // The capitalized words and particles before the last one belong to the street.
        const words = before.split(/(?<= )/);
        let at = words.length;
        const isPart = (word: string) =>
          /^['’]?\p{Lu}/u.test(word) || list('tussenvoegsels').has(fold(word.trim()));
        while (at > 0 && isPart(words[at - 1] ?? '')) at -= 1;
        while (
          at < words.length &&
          /^(?:op|in|aan|bij|uit|van|voor|tot|over|het|te) $/u.test(words[at] ?? '')
        )
          at += 1;
        return `${words.slice(0, at).join('')}${mask}`;
      })
      .replace(street, (found) => (isPlain(found) ? found : mask));
}
