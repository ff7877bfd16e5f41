import type { Knowledge } from '../core/index.ts';
import type { Texts } from '../core/index.ts';

/**
 * The knowledge of a bot that keeps questions without a good answer (`MISSED_QUESTIONS=on`): wherever it says what it
 * keeps, it says so.
 */
export function tellsWhatIsKept(knowledge: Knowledge): Knowledge {
  const told = (texts: Texts): Texts => ({
    ...texts,
    over_privacy: texts.over_privacy_bewaart,
    web_gegevens: texts.web_gegevens_bewaart,
  });
  return {
    ...knowledge,
    guidances: knowledge.guidances.map((guidance) => ({
      ...guidance,
      texts: { nl: told(guidance.texts.nl), en: told(guidance.texts.en) },
    })),
  };
}
