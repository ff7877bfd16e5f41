import type { Language } from './types.ts';

/** The keys of sentences in `teksten.yaml`, each with the placeholders that its text may use. */
export type TextDeclarations = Readonly<Record<string, readonly string[]>>;

/** The sentences of the core and of the assistant; each channel declares its own. */
export const CORE_TEXTS = {
  welkom: ['titel', 'de_titel', 'voorbeeld'],
  citaat_bron: ['titel', 'datum'],
  citaat_taal: [],
  stil_citaat: [],
  elders: ['verwijzing'],
  verwant: [],
  nuttig_vraag: [],
  nuttig: [],
  niet_nuttig: [],
  stem_geteld: [],
  stem_gewijzigd: [],
  stem_al_geteld: [],
  stem_te_snel: [],
  stem_onbekend: [],
  reden_vraag: [],
  reden_onderwerp: [],
  reden_onduidelijk: [],
  reden_onvolledig: [],
  reden_anders: [],
  reden_geteld: [],
  verder_contact: ['contact'],
  bij_handreiking: ['tekst', 'titel'],
  van_handreiking: ['titel', 'de_titel'],
  keuze: [],
  keuze_anders: [],
  onbekend: [],
  onbekend_uitleg: ['titel', 'de_titel', 'voorbeeld'],
  onbekend_talen: [],
  onbekend_weer: [],
  onbekend_staat_er_niet_in: ['titel', 'de_titel'],
  onbekend_andere_woorden: [],
  onbekend_contact: ['contact'],
  onbekend_contact_van: ['titel', 'de_titel', 'contact'],
  onbekend_vragen: [],
  leeg: [],
  verdwenen: [],
  geen_zelfcheck: [],
  zelfcheck_knop: [],
  zelfcheck_keuze: [],
  zelfcheck_vervolg: [],
  zelfcheck_ja: [],
  zelfcheck_nee: [],
  zelfcheck_weet_niet: [],
  zelfcheck_kies: [],
  zelfcheck_alle: [],
  zelfcheck_tips: [],
  zelfcheck_overal_ja: [],
  zelfcheck_anders: [],
  zelfcheck_gekozen: ['vraag', 'antwoord'],
  zelfcheck_bewaard: [],
  onderwerpen: [],
  onderwerpen_uitleg: [],
  onderwerp_overig: [],
  onderwerp: ['onderwerp'],
  onderwerpen_knop: [],
  meer_vragen: [],
  hulp: ['titel', 'de_titel'],
  hulp_uitleg: ['titel', 'de_titel'],
  hulp_opdrachten: [],
  hulp_opdracht_zelfcheck: [],
  hulp_opdracht_onderwerpen: [],
  hulp_opdracht_uitleg: [],
  hulp_opdracht_bron: [],
  hulp_opdracht_over: [],
  hulp_knop: [],
  over: ['titel', 'de_titel'],
  over_editie: ['titel', 'de_titel', 'editie', 'datum', 'eigenaar'],
  over_bron: [],
  over_hash: ['hash'],
  over_automatisch: [],
  over_privacy: [],
  over_privacy_bewaart: [],
  over_onderschrijving: ['eigenaar'],
  vroeg_ook: [],
  vervolg_waarom: [],
  vervolg_zeker: [],
  vervolg_meer: [],
  vervolg_voorbeeld: [],
  vervolg_stil: [],
  uitleg: [],
  uitleg_woorden: ['vraag', 'woorden'],
  uitleg_zonder_woorden: ['vraag'],
  uitleg_geen: [],
  bron: [],
  bron_geen: [],
  bron_stil: [],
  bron_eerder: ['vraag'],
  storing: ['kenmerk'],
  te_snel: [],
} as const satisfies TextDeclarations;

/** The key of a sentence of the core or the assistant. */
export type TextKey = keyof typeof CORE_TEXTS;

/** All sentences in one language, those of the channels included. */
export type Texts = Readonly<Record<TextKey, string> & Record<string, string>>;
export type TextsByLanguage = Readonly<Record<Language, Texts>>;

/** Returns one of the bot's sentences; by default in the language of the first guidance. */
export type Say<Key extends string = TextKey> = (
  key: Key,
  values?: Readonly<Record<string, string>>,
  language?: Language,
) => string;

const PLACEHOLDER = /\{([^{}]*)\}/g;
/** A part of a text that goes when a placeholder in it has no value: `{titel}[ ({editie})]`. */
const OPTIONAL = /\[([^[\]]*\{[^[\]]*)\]/g;

/** Returns the names between braces in a text. */
export function placeholdersIn(text: string): string[] {
  return [...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '');
}

/** Returns the names between braces in a text, but for those in a part that goes when it has no value. */
export function requiredPlaceholders(text: string): string[] {
  return placeholdersIn(text.replace(OPTIONAL, ''));
}

/**
 * Fills the placeholders of a text. A part between square brackets goes when a placeholder in it has no value; elsewhere
 * such a placeholder becomes empty.
 */
export function fill(text: string, values: Readonly<Record<string, string | undefined>>): string {
  const valueOf = (name: string) => (Object.hasOwn(values, name) ? (values[name] ?? '') : '');
  return text
    .replace(OPTIONAL, (_, part: string) =>
      placeholdersIn(part).every((name) => valueOf(name) !== '') ? part : '',
    )
    .replace(PLACEHOLDER, (_, name: string) => valueOf(name))
    .trim();
}
