import type { Block, Choice, Language } from '../types.ts';
import { entryValue } from './buttons.ts';
import { shortTitleOf } from './citation.ts';
import { choiceBlock, wordingOf } from './compose.ts';
import type { GuidanceEntry } from './compose.ts';
import { say } from './say.ts';

/** Like `choicesOf`, for a list that may hold entries of several guidances: where there are more, each names its own. */
export function namedChoicesOf(
  entries: readonly GuidanceEntry[],
  language: Language,
  lead?: string,
): Block[] {
  return choiceBlock(
    entries.map((target) => namedChoice(target, language)),
    lead,
  );
}

/** Returns the button of an entry: its question, with the guidance where there are several. */
export function namedChoice(target: GuidanceEntry, language: Language): Choice {
  const { question } = wordingOf(target, language);
  const label = target.isNamed === true ? nameGuidance(question, target, language) : question;
  return { label, value: entryValue(target.entry.id) };
}

/** Returns a text with the short title of the guidance that it is about. */
export function nameGuidance(
  text: string,
  { guidance }: Pick<GuidanceEntry, 'guidance'>,
  language: Language,
): string {
  return say({ guidance, language }, 'bij_handreiking', { tekst: text, titel: shortTitleOf(guidance) });
}
