import type { Knowledge, Texts } from '../core/index.ts';

/**
 * The knowledge of a bot that stores questions without a good answer (`MISSED_QUESTIONS=on`): the texts about privacy are
 * replaced by those that tell what is stored and for how long.
 */
export function withRetentionNotice(knowledge: Knowledge): Knowledge {
  const replace = (texts: Texts): Texts => ({
    ...texts,
    over_privacy: texts.over_privacy_bewaart,
    web_gegevens: texts.web_gegevens_bewaart,
  });
  return {
    ...knowledge,
    guidances: knowledge.guidances.map((guidance) => ({
      ...guidance,
      texts: { nl: replace(guidance.texts.nl), en: replace(guidance.texts.en) },
    })),
  };
}
