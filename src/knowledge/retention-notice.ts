import type { Knowledge, Texts } from '../core/index.ts';

/**
 * The knowledge of a bot that stores questions without a good answer (`MISSED_QUESTIONS=on`): each text `x` that has a
 * twin `x_bewaart` is replaced by it; the twins tell what is stored and for how long.
 */
export function withRetentionNotice(knowledge: Knowledge): Knowledge {
  const replace = (texts: Texts) =>
    Object.fromEntries(
      Object.entries(texts).map(([key, text]) => [key, texts[`${key}_bewaart`] ?? text]),
    ) as Texts;
  return {
    ...knowledge,
    guidances: knowledge.guidances.map((guidance) => ({
      ...guidance,
      texts: { nl: replace(guidance.texts.nl), en: replace(guidance.texts.en) },
    })),
  };
}
