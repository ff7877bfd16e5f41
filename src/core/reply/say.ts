import type { Guidance } from '../model.ts';
import { fill } from '../texts.ts';
import type { TextKey } from '../texts.ts';
import type { Language } from '../types.ts';

/** The guidance whose sentences and facts a reply uses, and the language of the reply. */
export interface ReplyContext {
  readonly guidance: Guidance;
  readonly language: Language;
}

type Values = Readonly<Record<string, string | undefined>>;

/** Returns one of the core's sentences, with the facts of the guidance and `values` filled in. */
export function say(context: ReplyContext, key: TextKey, values?: Values): string {
  return sayAny(context, key, values);
}

/** Like `say`, for the sentences of channels too. Returns the key when the knowledge was loaded without that sentence. */
export function sayAny(context: ReplyContext, key: string, values: Values = {}): string {
  const { guidance, language } = context;
  return fill(guidance.texts[language][key] ?? key, { ...factsOf(context), ...values });
}

/** The names that editors may have filled in, between braces, in every sentence, answer and pointer. */
export const FACTS = [
  'titel',
  'de_titel',
  'editie',
  'datum',
  'eigenaar',
  'url',
  'contact',
  'voorbeeld',
  'voorbeeld_stil',
] as const;

/** Returns the values of `FACTS`; `undefined` for what the guidance does not tell. */
export function factsOf({
  guidance,
  language,
}: ReplyContext): Record<(typeof FACTS)[number], string | undefined> {
  return {
    titel: guidance.title,
    de_titel: titleInSentence(guidance, language),
    editie: guidance.edition,
    datum: dateInWords(guidance.edition, language),
    eigenaar: guidance.owner,
    url: guidance.url,
    contact: guidance.contact[language],
    voorbeeld: guidance.example[language],
    voorbeeld_stil: guidance.silentExample[language],
  };
}

const ARTICLES = { nl: 'de', en: 'the' } as const satisfies Record<Language, string>;

/** The title of a guidance with its article, for within a sentence of this language. */
export function titleInSentence({ title, titleInSentence: own }: Guidance, language: Language): string {
  return own?.[language] ?? `${ARTICLES[language]} ${title}`;
}

/** Making a formatter takes 0.5 ms, more than understanding a question. */
const DATES = {
  nl: new Intl.DateTimeFormat('nl', { dateStyle: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
} as const satisfies Record<Language, Intl.DateTimeFormat>;

/** An edition that is a date, in words ("6 maart 2019"); any other as it is. */
function dateInWords(edition: string, language: Language): string {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(edition) ? new Date(edition) : undefined;
  return date === undefined || Number.isNaN(date.getTime()) ? edition : DATES[language].format(date);
}
