import { NO_FIELDS } from '../../knowledge/edit/index.ts';
import type { EntryFields, Wording } from '../../knowledge/edit/index.ts';
import { collapse } from '../../knowledge/index.ts';
import type { Fields } from '../page/forms.ts';
import { quotesIn } from './quotes.ts';
import { questionOf } from './subject.ts';
import type { Subject } from './subject.ts';

/** Most quotes and related questions that an entry can have. */
export const MOST = 3;

/** An entry as its form has it. */
export interface Draft {
  readonly fields: EntryFields;
  /** What was typed as a related question that no entry has. */
  readonly unknown: readonly string[];
}

/** Returns the entry that a form holds. Fields in which nothing was changed are those of `old`, to the letter. */
export function draftIn(form: Fields, old: EntryFields, subject: Subject): Draft {
  const related = relatedIn(form, old, subject);
  const fields: EntryFields = {
    ...wordingIn(form, old, ''),
    id: old.id === '' ? form.text('id').trim() : old.id,
    soort: form.text('soort') === 'antwoord' && old.soort === '' ? '' : form.text('soort'),
    onderwerp: unlessSame(old.onderwerp, form.text('onderwerp')),
    citaten: quotesIn(form, subject.source),
    verwant: related.ids,
    negeer: exceptionsIn(form, old),
    en: form.all('en-vraag').length === 0 ? old.en : wordingIn(form, old.en, 'en-'),
  };
  return { fields, unknown: related.unknown };
}

function wordingIn(form: Fields, old: Wording, prefix: string): Wording {
  const text = (name: 'vraag' | 'kop' | 'antwoord' | 'elders') =>
    unlessSame(old[name], form.text(`${prefix}${name}`));
  const lines = form
    .text(`${prefix}varianten`)
    .split('\n')
    .map(collapse)
    .filter((line) => line !== '');
  const isSame = JSON.stringify(lines) === JSON.stringify(old.varianten.map(collapse));
  return {
    vraag: text('vraag'),
    varianten: isSame ? old.varianten : lines,
    kop: text('kop'),
    antwoord: text('antwoord'),
    elders: text('elders'),
  };
}

/** The bot shows each of these texts as one paragraph. */
function unlessSame(old: string, typed: string): string {
  return collapse(old) === collapse(typed) ? old : collapse(typed);
}

function exceptionsIn(form: Fields, old: EntryFields): EntryFields['negeer'] {
  const reasons = form.all('negeer-reden');
  return form.all('negeer-soort').flatMap((soort, index) => {
    if (soort === '') return [];
    const before = old.negeer[index];
    const reden = unlessSame(before?.soort === soort ? before.reden : '', reasons[index] ?? '');
    return [{ soort, reden }];
  });
}

function relatedIn(
  form: Fields,
  old: EntryFields,
  { entries }: Subject,
): { readonly ids: string[]; readonly unknown: string[] } {
  const byText = new Map(
    entries.toReversed().flatMap(
      (entry) =>
        [
          [entry.id, entry.id],
          [collapse(questionOf(entry)), entry.id],
        ] as const,
    ),
  );
  const typed = form
    .all('verwant')
    .map(collapse)
    .filter((text) => text !== '');
  const unknown = typed.filter((text) => !byText.has(text) && !old.verwant.includes(text));
  const ids = typed.map((text) => byText.get(text) ?? text).filter((id) => !unknown.includes(id));
  return { ids: [...new Set(ids)], unknown };
}

/** Returns the fields of a new entry, with what an address gives. */
export function newDraft(query: (name: string) => string | undefined): Draft {
  const text = (name: string) => collapse(query(name) ?? '');
  const varianten = [text('variant')].filter((line) => line !== '');
  return {
    fields: { ...NO_FIELDS, vraag: text('vraag'), onderwerp: text('onderwerp'), varianten },
    unknown: [],
  };
}
