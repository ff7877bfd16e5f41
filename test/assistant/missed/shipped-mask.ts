import { join } from 'node:path';
import { createMasker } from '../../../src/assistant/index.ts';
import { CHANNEL_TEXTS } from '../../../src/cli/channel-texts.ts';
import { readPersonalTexts } from '../../../src/evaluation/masking.ts';
import { loadKnowledge, SHIPPED_KNOWLEDGE } from '../../../src/knowledge/index.ts';

const { knowledge } = loadKnowledge(SHIPPED_KNOWLEDGE, CHANNEL_TEXTS);

/** The mask of a bot with the shipped knowledge. */
export const mask = createMasker(() => knowledge);

/** Texts of an independent author. */
export const TEXTS = readPersonalTexts(join(import.meta.dirname, '../../questions/persoonsgegevens.yaml'));
