import type { Guidance } from '../model.ts';
import { entriesBySentence } from '../source-text.ts';
import type { SourceText } from '../source-text.ts';
import type { Language } from '../types.ts';
import { entryValue } from './buttons.ts';
import { sourceLabel } from './citation.ts';
import { wordingOf } from './compose.ts';

/**
 * Returns the whole text of the guidance with this name, or `undefined`. Its label and the questions that quote it are in
 * `wanted` where they can be, by default in its own language.
 */
export function composeSourceText(
  guidances: readonly Guidance[],
  name: string,
  wanted?: Language,
): SourceText | undefined {
  const guidance = guidances.find(({ slug }) => slug === name);
  if (guidance === undefined) return undefined;
  const { url, edition, source } = guidance;
  const language = wanted ?? guidance.language;
  const quoting = [...entriesBySentence(source, guidance.entries)].map(([number, entries]) => {
    const choices = entries.map((entry) => ({
      label: wordingOf({ entry, guidance }, language).question,
      value: entryValue(entry.id),
    }));
    return [number, choices] as const;
  });
  return {
    language: guidance.language,
    label: sourceLabel({ guidance, language }),
    edition,
    ...(url !== undefined && { url }),
    paragraphs: source,
    quotedBy: new Map(quoting),
  };
}
