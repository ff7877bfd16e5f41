import type { Assistant } from '../../src/assistant/index.ts';
import type { TextDeclarations, TextKey } from '../../src/core/index.ts';

/** The keys of the sentences that only Slack says. */
export const SLACK_TEXTS = {
  slack_vraag: ['vraag'],
  slack_start: ['opdracht'],
  slack_zoek: [],
  slack_zoek_typ: [],
  slack_delen: [],
  slack_gedeeld: [],
  slack_al_gedeeld: [],
  slack_niet_gedeeld: [],
  slack_gedeeld_door: [],
  slack_zelfcheck: [],
  slack_sluiten: [],
  slack_bericht: [],
  slack_bericht_leeg: [],
  slack_bericht_privacy: [],
  slack_ingekort: [],
} as const satisfies TextDeclarations;

/** The assistant with the keys of these sentences: a misspelled key does not compile. */
export type SlackAssistant = Assistant<TextKey | keyof typeof SLACK_TEXTS>;
