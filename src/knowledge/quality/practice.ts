import { phrasesOf } from '../entry-texts.ts';
import type { Problem } from '../problems.ts';
import type { Subject } from './subject.ts';

/** Practice questions that are equal, apart from capitals and punctuation, to one or to a phrase of another entry. */
export function checkPractice({ located, shared, practice }: Subject): Problem[] {
  const owners = new Map<string, { readonly id: string | null; readonly place: string }>();
  for (const current of [...shared, ...located]) {
    for (const { text, line } of phrasesOf(current))
      owners.set(wordsOf(text), { id: current.entry.id, place: `${current.file}:${line() ?? 1}` });
  }
  return practice.flatMap(({ question: { text, entry }, file, line }): Problem[] => {
    const key = wordsOf(text);
    const owner = owners.get(key);
    const own = { id: entry, place: `${file}:${line() ?? 1}` };
    if (owner === undefined) owners.set(key, own);
    if (owner === undefined || owner.id === entry || key === '') return [];
    return [
      {
        kind: 'praktijkvraag-elders',
        file,
        line: line(),
        ...(entry !== null && { entry }),
        message: `“${text}” staat hier bij “${entry ?? 'geen'}” en bij “${owner.id ?? 'geen'}” (${owner.place}).`,
        advice: 'Laat de zin staan bij de vraag waar hij het best past.',
      },
    ];
  });
}

const wordsOf = (text: string) => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
