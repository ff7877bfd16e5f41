import { bijOf } from '../practice-ids.ts';
import { phrasesOf } from '../entry-texts.ts';
import type { Problem } from '../problems.ts';
import type { Subject } from './subject.ts';

/** Practice questions that are equal, apart from capitals and punctuation, to one or to a phrase of another entry. */
export function checkPractice({ located, shared, practice }: Subject): Problem[] {
  const owners = new Map<string, { readonly bij: string; readonly place: string }>();
  for (const current of [...shared, ...located]) {
    for (const { text, line } of phrasesOf(current))
      owners.set(wordsOf(text), { bij: current.entry.id, place: `${current.file}:${line() ?? 1}` });
  }
  return practice.flatMap(({ question, file, line }): Problem[] => {
    const { text, entry } = question;
    const key = wordsOf(text);
    const owner = owners.get(key);
    const own = { bij: bijOf(question), place: `${file}:${line() ?? 1}` };
    if (owner === undefined) owners.set(key, own);
    if (owner === undefined || owner.bij === own.bij || key === '') return [];
    return [
      {
        kind: 'praktijkvraag-elders',
        file,
        line: line(),
        ...(entry !== null && { entry }),
        message: `“${text}” staat hier bij “${own.bij}” en bij “${owner.bij}” (${owner.place}).`,
        advice: 'Laat de zin staan bij de vraag waar hij het best past.',
      },
    ];
  });
}

const wordsOf = (text: string) => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
