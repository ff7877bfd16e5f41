import type { Language } from './types.ts';

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
  stem_geteld: [],
  stem_al_geteld: [],
  stem_te_snel: [],
  stem_onbekend: [],
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
  meer_vragen: [],
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
  over_privacy_bewaart: [],
  over_onderschrijving: ['eigenaar'],
  uitleg: [],
  uitleg_woorden: ['vraag', 'woorden'],
  uitleg_zonder_woorden: ['vraag'],
  uitleg_geen: [],
  bron: [],
  bron_geen: [],
  storing: ['kenmerk'],
  te_snel: [],
  slack_vraag: ['vraag'],
  slack_start: ['opdracht'],
  slack_delen: [],
  slack_gedeeld: [],
  slack_al_gedeeld: [],
  slack_niet_gedeeld: [],
  slack_gedeeld_door: [],
  slack_zelfcheck: [],
  slack_sluiten: [],
  slack_bericht: [],
  slack_bericht_privacy: [],
  slack_ingekort: [],
  web_taal: [],
  web_naam: [],
  web_kop: ['titel'],
  web_uitleg: ['titel'],
  web_gegevens: [],
  web_gegevens_bewaart: [],
  web_naar_inhoud: [],
  web_menu: [],
  web_gesprek: [],
  web_zelfcheck: [],
  web_vraag: [],
  web_verstuur: [],
  web_jij: [],
  web_bot: [],
  web_voorbeeld: ['voorbeeld'],
  web_voorbeelden: [],
  web_vaste_link: [],
  web_vervolg: [],
  web_mening: [],
  web_onbekend: [],
  web_onbekend_uitleg: [],
  web_geweigerd: [],
  web_geweigerd_uitleg: [],
  web_storing: [],
  web_geen_verbinding: [],
  web_ja: [],
  web_nee: [],
  web_weet_niet: [],
  web_zelfcheck_bewaart_niets: [],
  web_zelfcheck_ja: [],
  web_zelfcheck_twijfel: [],
  web_wissen: [],
  web_weergave: [],
  web_weergave_web: [],
  web_weergave_in: ['kanaal'],
  teams_welkom: [],
  teams_noem: [],
  teams_ingekort: [],
  teams_check_ja: [],
  teams_check_nee: [],
  teams_check_twijfel: [],
  teams_check_kies: [],
  teams_check_alle: [],
  teams_check_knop: [],
  teams_check_overal_ja: [],
  teams_check_anders: [],
  teams_check_bewaard: [],
  teams_actie: [],
  teams_actie_bericht: [],
  teams_actie_leeg: [],
  teams_zoek: [],
  teams_zoek_niets: [],
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
  return text
    .replace(PLACEHOLDER, (_, name: string) => (Object.hasOwn(values, name) ? (values[name] ?? '') : ''))
    .trim();
}
