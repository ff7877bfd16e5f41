import { choicesOf, paragraph, wordingOf } from './compose.ts';
import type { GuidanceEntry } from './compose.ts';
import { say } from './say.ts';
import type { Block, Language } from '../types.ts';

/** Composes where to go on when an answer was not useful: its related questions, and the contact of its guidance. */
export function composeWaysOn(
  target: GuidanceEntry,
  wanted: Language,
  lookUp: (id: string) => GuidanceEntry | undefined,
): Block[] {
  const { entry, guidance } = target;
  const context = { guidance, language: wordingOf(target, wanted).language };
  const related = entry.related.map(lookUp).filter((other) => other !== undefined);
  return [
    ...choicesOf(related, context.language, say(context, 'verwant')),
    ...(guidance.contact[context.language] === undefined ? [] : [paragraph(say(context, 'verder_contact'))]),
  ];
}
