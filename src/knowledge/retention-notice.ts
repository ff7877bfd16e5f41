import type { Knowledge, Texts, TextsByLanguage } from '../core/index.ts';

/**
 * The knowledge of a bot that stores questions without a good answer (`MISSED_QUESTIONS=on`): a text `x_bewaart`, which
 * says what is stored and for how long, replaces the text `x`.
 */
export function withRetentionNotice(knowledge: Knowledge): Knowledge {
  const replace = (texts: Texts) =>
    Object.fromEntries(
      Object.entries(texts).map(([key, text]) => [key, texts[`${key}_bewaart`] ?? text]),
    ) as Texts;
  const replaceAll = ({ nl, en }: TextsByLanguage) => ({ nl: replace(nl), en: replace(en) });
  return {
    ...knowledge,
    ...(knowledge.texts !== undefined && { texts: replaceAll(knowledge.texts) }),
    guidances: knowledge.guidances.map((guidance) => ({
      ...guidance,
      texts: replaceAll(guidance.texts),
    })),
  };
}
