import type { Assistant } from '../../src/assistant/index.ts';
import type { TextDeclarations, TextKey } from '../../src/core/index.ts';

/** The sentences of the terminal alone. */
export const TERMINAL_TEXTS = {
  terminal_tab: [],
  terminal_kies: ['nummers'],
  terminal_zelfcheck: [],
  terminal_zelfcheck_open: [],
  terminal_kennis_geweigerd: ['probleem'],
} as const satisfies TextDeclarations;

/** The assistant of the terminal: a misspelled key of a sentence does not compile. */
export type TerminalAssistant = Assistant<TextKey | keyof typeof TERMINAL_TEXTS>;
