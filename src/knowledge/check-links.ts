import { parseLinks } from '../core/index.ts';
import type { LocatedEntry } from './build.ts';
import { textsOf } from './entry-texts.ts';
import type { Problem } from './problems.ts';
import { collapse } from './source.ts';

/** What looks like a web address, or like a link in Markdown. */
const LINK =
  /\[[^\]]*\]\s*\([^)\s]*[^)]*\)?|\]\s*\(|(?:\b\p{L}{2,8}:\/|\bhttps?[:/]|\bwww\.)[^\s)\]}>”"’]*/giu;

/** The pieces of a text that look like a link or an address. */
export function linksIn(text: string): string[] {
  return (text.match(LINK) ?? []).map((link) => link.replace(/[.,;:!?]+$/, ''));
}

/** Whether a program can open an address. */
export function isWebAddress(link: string): boolean {
  if (!/^https?:\/\/[^/]/i.test(link) || !URL.canParse(link)) return false;
  const { hostname } = new URL(link);
  return /^[^.].*[^.]\.[a-z]{2,}$/i.test(hostname) && !hostname.includes('..');
}

/** Adds a problem for each link in a pointer that the bot cannot make: a person would see its brackets. */
export function checkPointers(located: readonly LocatedEntry[], problems: Problem[]): void {
  for (const current of located) {
    for (const { role, text, line } of textsOf(current)) {
      if (role !== 'pointer') continue;
      for (const wrong of brokenLinks(text)) {
        problems.push({
          kind: 'link-onbruikbaar',
          file: current.file,
          line: line(),
          entry: current.entry.id,
          message: `Van “${wrong}” kan de bot geen link maken.`,
          advice: adviceFor(wrong),
        });
      }
    }
  }
}

function brokenLinks(text: string): string[] {
  const { text: shown, links } = parseLinks(collapse(text));
  const wrong = links.filter(({ url }) => !isWebAddress(url)).map(({ url }) => url);
  // What is left of the text without its links must not look like one.
  const rest = links.toReversed().reduce((left, { at, text: label }) => {
    return `${left.slice(0, at)} ${left.slice(at + label.length)}`;
  }, shown);
  const unread = linksIn(rest);
  const inLabels = links.flatMap(({ text: label, url }) => (label === url ? [] : linksIn(label)));
  return [...wrong, ...unread, ...inLabels];
}

function adviceFor(wrong: string): string {
  if (/http:/i.test(wrong)) return 'Begin het adres met https://. Adressen met http:// zijn niet veilig.';
  if (/^(?:\[[^\]]*\]\()?www\./i.test(wrong))
    return 'Begin het adres met https://, zo: [Gedragscode Integriteit Rijk](https://www.voorbeeld.nl/pagina).';
  return 'Schrijf het zo: [Gedragscode Integriteit Rijk](https://www.voorbeeld.nl/pagina). Zet geen spatie tussen ] en (, en geen haken of accolades in de tekst.';
}
