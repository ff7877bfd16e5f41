import type { Language } from '../types.ts';

/**
 * Every sentence that the bot itself says, by key, with the placeholders that it may hold. The sentences are in
 * `teksten.yaml`; a key that no file gives is a `KnowledgeError` at load.
 */
export const TEXT_PLACEHOLDERS = {
  welkom: ['titel', 'voorbeeld'],
  citaat_bron: ['titel', 'editie', 'onderdeel'],
  citaat_bron_zonder_onderdeel: ['titel', 'editie'],
  citaat_taal: [],
  stil_citaat: [],
  elders: ['verwijzing'],
  verwant: [],
  nuttig: [],
  niet_nuttig: [],
  keuze: [],
  keuze_anders: [],
  onbekend: [],
  onbekend_voorbeeld: ['voorbeeld'],
  onbekend_weer: [],
  onbekend_contact: ['contact'],
  onbekend_onderwerpen: [],
  leeg: [],
  verdwenen: [],
  geen_zelfcheck: [],
  zelfcheck_knop: [],
  zelfcheck_vervolg: [],
  onderwerpen: [],
  onderwerpen_uitleg: [],
  onderwerp_overig: [],
  onderwerp: ['onderwerp'],
  onderwerpen_knop: [],
  hulp: ['titel'],
  hulp_uitleg: ['titel'],
  hulp_opdrachten: [],
  hulp_opdracht_zelfcheck: [],
  hulp_opdracht_onderwerpen: [],
  hulp_opdracht_uitleg: [],
  hulp_opdracht_bron: [],
  hulp_opdracht_over: [],
  hulp_knop: [],
  over: ['titel'],
  over_editie: ['titel', 'editie', 'eigenaar'],
  over_bron: [],
  over_hash: ['hash'],
  over_automatisch: [],
  over_privacy: [],
  over_onderschrijving: ['eigenaar'],
  uitleg: [],
  uitleg_woorden: ['vraag', 'woorden'],
  uitleg_zonder_woorden: ['vraag'],
  uitleg_geen: [],
  bron: [],
  bron_geen: [],
  storing: ['kenmerk'],
} as const satisfies Record<string, readonly string[]>;

export type TextKey = keyof typeof TEXT_PLACEHOLDERS;
export const TEXT_KEYS = Object.keys(TEXT_PLACEHOLDERS) as TextKey[];

/** The sentences of one language, complete. */
export type Texts = Readonly<Record<TextKey, string>>;
export type TextsByLanguage = Readonly<Record<Language, Texts>>;

const PLACEHOLDER = /\{([^{}]*)\}/g;

/** The names between braces in a text. */
export function placeholdersIn(text: string): string[] {
  return [...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '');
}

/** Fills the placeholders; one that has no value becomes empty. */
export function fill(text: string, values: Readonly<Record<string, string | undefined>>): string {
  return text.replace(PLACEHOLDER, (_, name: string) => values[name] ?? '').trim();
}
