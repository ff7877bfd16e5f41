import { isList, isMapping } from './draw.ts';
import type { Data, DataMap } from './draw.ts';

/** The texts of an entry in one language. An empty text or list: the key is not in the file. */
export interface Wording {
  readonly vraag: string;
  readonly varianten: readonly string[];
  readonly kop: string;
  readonly antwoord: string;
  readonly elders: string;
}

/** A check that does not apply to an entry. */
export interface ExceptionFields {
  readonly soort: string;
  readonly reden: string;
}

/** An entry as fields of a form, by the names that its keys have in the file. */
export interface EntryFields extends Wording {
  readonly id: string;
  /** Empty: an ordinary answer. */
  readonly soort: string;
  readonly onderwerp: string;
  readonly citaten: readonly string[];
  readonly verwant: readonly string[];
  readonly negeer: readonly ExceptionFields[];
  /** All empty: there is no part in English. */
  readonly en: Wording;
}

const NO_WORDING: Wording = { vraag: '', varianten: [], kop: '', antwoord: '', elders: '' };
/** The fields of a new entry. */
export const NO_FIELDS: EntryFields = {
  ...NO_WORDING,
  id: '',
  soort: '',
  onderwerp: '',
  citaten: [],
  verwant: [],
  negeer: [],
  en: NO_WORDING,
};

/** The usual order of keys. */
const ORDER = [
  'id',
  'soort',
  'onderwerp',
  'vraag',
  'varianten',
  'kop',
  'antwoord',
  'citaten',
  'elders',
  'verwant',
  'en',
  'negeer',
] as const;

/** Returns an entry of a file as fields; what is not as it should be becomes text, or empty. */
export function fieldsOfEntry(data: DataMap): EntryFields {
  return {
    ...wordingOf(data),
    id: textOf(data['id']),
    soort: textOf(data['soort']),
    onderwerp: textOf(data['onderwerp']),
    citaten: textsOf(data['citaten']),
    verwant: textsOf(data['verwant']),
    negeer: isList(data['negeer']) ? data['negeer'].map(exceptionOf) : [],
    en: isMapping(data['en']) ? wordingOf(data['en']) : NO_WORDING,
  };
}

/** Returns an entry with other fields. A key whose field did not change stays as it is; an empty field has no key. */
export function withFields(data: DataMap, fields: EntryFields): DataMap {
  const english = isMapping(data['en']) ? data['en'] : {};
  const { en, ...own } = fields;
  const result = replaceKeys(data, fieldsOfEntry(data), own);
  const translated = replaceKeys(english, wordingOf(english), en);
  const isEmpty = Object.keys(translated).length === 0;
  return inOrder(isEmpty ? without(result, 'en') : { ...result, en: translated });
}

function wordingOf(data: DataMap): Wording {
  return {
    vraag: textOf(data['vraag']),
    varianten: textsOf(data['varianten']),
    kop: textOf(data['kop']),
    antwoord: textOf(data['antwoord']),
    elders: textOf(data['elders']),
  };
}

function textOf(data: Data | undefined): string {
  return data === null || typeof data === 'object' ? '' : String(data ?? '');
}

function textsOf(data: Data | undefined): string[] {
  return isList(data) ? data.map(textOf) : [];
}

function exceptionOf(data: Data): ExceptionFields {
  return isMapping(data)
    ? { soort: textOf(data['soort']), reden: textOf(data['reden']) }
    : { soort: '', reden: textOf(data) };
}

type FieldValue = string | readonly (string | ExceptionFields)[];

function replaceKeys(
  data: DataMap,
  before: object,
  after: Readonly<Record<string, FieldValue>> | object,
): DataMap {
  const old = before as Readonly<Record<string, FieldValue>>;
  return Object.entries(after as Readonly<Record<string, FieldValue>>).reduce((result, [key, value]) => {
    if (JSON.stringify(old[key]) === JSON.stringify(value)) return result;
    if (value.length === 0) return without(result, key);
    return {
      ...result,
      [key]:
        typeof value === 'string'
          ? value
          : value.map((item) => (typeof item === 'string' ? item : { ...item })),
    };
  }, data);
}

function without(data: DataMap, key: string): DataMap {
  return Object.fromEntries(Object.entries(data).filter(([name]) => name !== key));
}

/** New keys come after the nearest one of the usual order: the order of keys says where they are written. */
function inOrder(data: DataMap): DataMap {
  const rank = (key: string) => {
    const at = ORDER.findIndex((name) => name === key);
    return at < 0 ? ORDER.length : at;
  };
  const wording = data['en'];
  const ordered = Object.entries(data).sort(([a], [b]) => rank(a) - rank(b));
  return Object.fromEntries(
    ordered.map(([key, value]) => [key, key === 'en' && isMapping(wording) ? inOrder(wording) : value]),
  );
}
