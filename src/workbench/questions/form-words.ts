import type { Problem } from '../../knowledge/index.ts';

/** What the fields of the form are called, by the key of an entry. */
export const LABELS = {
  vraag: 'Vraag',
  kop: 'Kop boven het antwoord',
  antwoord: 'Uitleg',
  elders: 'Waar mensen het wel vinden',
  onderwerp: 'Onderwerp',
} as const;

/** What is wrong, and what to do. */
type Words = Pick<Problem, 'message' | 'advice'>;

/**
 * Returns what a problem says to somebody who sees the form and not the file. `field`: the key that it is about, as `en.kop`;
 * `questionOf` returns the question of an id, `undefined` for anything else.
 */
export function inFormWords(
  { kind, message, advice }: Problem,
  field: string,
  questionOf: (id: string) => string | undefined,
): Words {
  const label = labelOf(field);
  if (label !== undefined && (kind === 'ontbreekt' || kind === 'leeg'))
    return { message: `“${label}” is leeg.`, advice: 'Vul het in.' };
  if (kind === 'citaat-ontbreekt')
    return {
      message: 'Er is geen citaat.',
      advice:
        'Kies een zin onder “Zinnen kiezen”. Zegt de bron er niets over? Kies dat dan bij “Wat voor vraag”.',
    };
  if (kind === 'vorm' && label === LABELS.kop && message.includes('past niet bij'))
    return {
      message: 'Alleen een antwoord met een citaat krijgt een kop.',
      advice: `Maak “${label}” leeg.`,
    };
  const named = message
    .replaceAll(/(?<=bij |krijgt )“([a-z0-9-]+)”/g, (all, id: string) => {
      const question = questionOf(id);
      return question === undefined ? all : `“${question}”`;
    })
    .replace(' in bron.txt', ' in de bron');
  return { message: named, advice: advice.replace('uit bron.txt', 'uit de bron') };
}

function labelOf(field: string): string | undefined {
  const key = field.replace(/^en\./, '');
  return Object.hasOwn(LABELS, key) ? LABELS[key as keyof typeof LABELS] : undefined;
}
