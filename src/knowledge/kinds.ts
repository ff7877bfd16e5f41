/**
 * Every kind of problem that checking can find, with the heading under which `npm run redactie -- controle` lists it. The
 * names are Dutch, because editors write them in `negeer` and programs read them in `--json`.
 */

/** The bot refuses knowledge with one of these. */
const ERRORS = {
  'map-ontbreekt': 'De map met kennis is er niet of is leeg',
  'bestand-ontbreekt': 'Er ontbreekt een bestand',
  'bestand-onleesbaar': 'De bot kan een bestand niet lezen',
  'bestand-leeg': 'Een bestand is leeg',
  yaml: 'De regels in een bestand zijn niet goed geschreven (YAML)',
  'tekst-valt-weg': 'Een deel van de tekst leest de bot niet',
  'onzichtbare-spatie': 'Een spatie is een ander teken dan het lijkt',
  'onbekende-naam': 'Een naam voor een dubbele punt kent de bot niet',
  ontbreekt: 'Er ontbreekt iets',
  leeg: 'Er is iets niet ingevuld',
  vorm: 'Er staat iets anders dan de bot daar verwacht',
  'bezet-id': 'Een id is al bezet',
  'dubbel-id': 'Een id of naam komt twee keer voor',
  'onbekend-id': 'Een verwijzing leidt nergens heen',
  'citaat-ontbreekt': 'Een antwoord heeft geen citaat',
  'citaat-niet-letterlijk': 'Een citaat staat niet zo in de bron',
  'dubbele-zin': 'Een zin staat bij twee vragen',
  'bron-veranderd': 'De bron is veranderd',
  plaatshouder: 'Een naam tussen accolades kan de bot niet invullen',
  'link-onbruikbaar': 'Een link kan de bot niet maken',
  'onbekende-zin': 'Een zin van de bot ontbreekt of is onbekend',
} as const;

/** The bot works, but something is not what its editor meant. */
const WARNINGS = {
  'niet-gelezen': 'Een bestand of map leest de bot niet',
  'opmerking-achter-tekst': 'Een opmerking staat achter een zin',
  'tab-in-tekst': 'Er staat een tab in een regel',
  'onzichtbaar-teken': 'Er staan tekens die je niet ziet',
  'woord-zonder-werking': 'Een regel in de woordenlijst doet niets',
  'zin-zonder-vraag': 'Een zin uit de bron staat bij geen enkele vraag',
  'kop-aan-tekst': 'Een kop zit vast aan de tekst eronder',
  'zin-twee-keer': 'Een zin staat twee keer bij dezelfde vraag',
  'weinig-varianten': 'Een vraag heeft weinig varianten',
  'engels-ongebruikt': 'Een Engels deel gebruikt de bot niet',
  'praktijkvraag-elders': 'Een praktijkvraag hoort bij twee vragen',
  'proefvraag-geleerd': 'Een proefvraag heeft de bot al geleerd',
  'onderwerp-tikfout': 'Een onderwerp lijkt een tikfout',
  'kapotte-link': 'Een webadres klopt niet',
  'gat-in-zin': 'In een zin van de bot blijft een gat',
  'vraag-gaat-op': 'Een vraag gaat op in een andere',
  'vraag-onvindbaar': 'De bot vindt een vraag slecht',
  'proefvraag-fout': 'Een proefvraag krijgt niet het goede antwoord',
} as const;

/** What would make the answers better. */
const ADVICE = {
  'engels-ontbreekt': 'Er is geen Engels',
  'bijna-gelijk': 'Twee vragen hebben bijna dezelfde variant',
  'eenzijdige-varianten': 'De varianten lijken te veel op elkaar',
  'citaat-los-begin': 'Een citaat begint met een woord dat bij de zin ervoor hoort',
  'lange-uitleg': 'Een uitleg is lang',
  'lange-zin': 'Een zin is lang',
  'moeilijk-woord': 'Een woord kan eenvoudiger',
  'variant-onvindbaar': 'De bot vindt een variant alleen omdat hij hem geleerd heeft',
  'proefvraag-keuze': 'Bij een proefvraag laat de bot kiezen',
  'uitzondering-overbodig': 'Een uitzondering is niet nodig',
} as const;

/** The name of a kind of problem. */
export type ProblemKind = keyof typeof ERRORS | IgnorableKind;
/** A kind that an editor may ignore, with a reason. */
export type IgnorableKind = keyof typeof WARNINGS | keyof typeof ADVICE;
/** How much a problem matters. */
export type Severity = 'fout' | 'waarschuwing' | 'advies';

const TITLES: Readonly<Record<ProblemKind, string>> = { ...ERRORS, ...WARNINGS, ...ADVICE };

/** The kinds that only a check with trained models finds. */
export const TRAINED_KINDS: ReadonlySet<ProblemKind> = new Set([
  'vraag-gaat-op',
  'vraag-onvindbaar',
  'proefvraag-fout',
  'variant-onvindbaar',
  'proefvraag-keuze',
]);

/** Every kind, in the order of a report. */
export const PROBLEM_KINDS = Object.keys(TITLES) as ProblemKind[];

/** The kinds that `negeer` takes. */
export const IGNORABLE_KINDS = Object.keys({ ...WARNINGS, ...ADVICE }) as IgnorableKind[];

/** How much a kind of problem matters. */
export function severityOf(kind: ProblemKind): Severity {
  if (kind in ERRORS) return 'fout';
  return kind in WARNINGS ? 'waarschuwing' : 'advies';
}

/** The heading of a kind of problem, in Dutch. */
export function titleOf(kind: ProblemKind): string {
  return TITLES[kind];
}
