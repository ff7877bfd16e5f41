import type { Assistant } from '../../src/assistant/index.ts';
import type { TextDeclarations, TextKey } from '../../src/core/index.ts';

/** The keys of the sentences that only the web page says. */
export const WEB_TEXTS = {
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
  web_bron_officieel: [],
  web_bron_editie: ['bron'],
  web_bron_vraag: [],
  web_bron_vragen: ['aantal'],
  web_weergave: [],
  web_weergave_web: [],
  web_weergave_in: ['kanaal'],
} as const satisfies TextDeclarations;

/** The assistant with the keys of these sentences: a misspelled key does not compile. */
export type WebAssistant = Assistant<TextKey | keyof typeof WEB_TEXTS>;
