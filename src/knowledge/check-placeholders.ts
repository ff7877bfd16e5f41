import { FACTS, placeholdersIn, requiredPlaceholders } from '../core/index.ts';
import type { LocatedEntry } from './build.ts';
import { textsOf } from './entry-texts.ts';
import type { Problem } from './problems.ts';
import type { ParsedFile } from './read-yaml.ts';
import type { RawGuidance } from './guidance-schema.ts';

/**
 * Adds a problem for each name between braces that the bot does not fill: it would be shown as it is, or vanish. `facts` are
 * the names that it does fill in answers and pointers; `optional` those that it fills between square brackets only.
 */
export function checkPlaceholders(
  metadata: ParsedFile<RawGuidance> | undefined,
  located: readonly LocatedEntry[],
  problems: Problem[],
  facts: readonly string[] = FACTS,
  optional: readonly string[] = [],
): void {
  for (const [key, text] of Object.entries(metadata?.data ?? {})) {
    if (metadata === undefined || typeof text !== 'string') continue;
    for (const found of explainBraces(text, []))
      problems.push({ file: metadata.file, line: metadata.lineOf([key]), ...found });
  }
  for (const current of located) {
    const { entry, file } = current;
    for (const { role, text, line } of textsOf(current)) {
      const isFilled = entry.kind !== 'checklist' && (role === 'answer' || role === 'pointer');
      const required = requiredPlaceholders(text);
      const allowed = isFilled ? [...facts, ...optional.filter((name) => !required.includes(name))] : [];
      for (const found of explainBraces(text, allowed))
        problems.push({ file, line: line(), entry: entry.id, ...found });
    }
  }
}

/** What is wrong with the braces of a text in which only the names `allowed` are filled. */
export function explainBraces(
  text: string,
  allowed: readonly string[],
): Pick<Problem, 'kind' | 'message' | 'advice'>[] {
  if (!/[{}]/.test(text)) return [];
  const kind = 'plaatshouder';
  const options = allowed.map((option) => `{${option}}`).join(', ');
  const advice = allowed.length === 0 ? 'Schrijf het voluit.' : `Hier kun je gebruiken: ${options}.`;
  const names = placeholdersIn(text).filter((name) => !allowed.includes(name));
  const problems = names.map(
    (name) => ({ kind, message: `{${name}} kan de bot hier niet invullen.`, advice }) as const,
  );
  const isUneven = /[{}]/.test(text.replace(/\{[^{}]*\}/g, ''));
  return isUneven
    ? [...problems, { kind, message: 'Een accolade staat los: { en } horen bij elkaar.', advice }]
    : problems;
}
