import type { Assistant } from '../../src/assistant/index.ts';
import type { TextDeclarations, TextKey } from '../../src/core/index.ts';

/** The keys of the sentences that only Teams says. */
export const TEAMS_TEXTS = {
  teams_welkom: [],
  teams_noem: [],
  teams_ingekort: [],
  teams_actie: [],
  teams_actie_bericht: [],
  teams_actie_leeg: [],
  teams_zoek: [],
  teams_zoek_niets: [],
} as const satisfies TextDeclarations;

/** The assistant with the keys of these sentences: a misspelled key does not compile. */
export type TeamsAssistant = Assistant<TextKey | keyof typeof TEAMS_TEXTS>;
