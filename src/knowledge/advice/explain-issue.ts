import type * as z from 'zod';
import { nearestName } from '../../core/index.ts';
import type { Expected } from '../expected.ts';
import type { Problem } from '../problems.ts';

type Explained = Pick<Problem, 'kind' | 'message' | 'advice'>;

/** A schema issue in plain Dutch, for somebody who never heard of a schema; `expected` is what fits there. */
export function explainIssue(issue: z.core.$ZodIssue, data: unknown, expected: Expected): Explained {
  const key = issue.path.findLast((step) => typeof step === 'string');
  const name = key === undefined ? 'Dit' : `“${key}”`;
  const value = valueAt(data, issue.path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return {
        kind: 'onbekende-naam',
        message: `Onbekende naam: ${issue.keys.map((unknown) => `“${unknown}”`).join(', ')}.`,
        advice: adviseKey(issue.keys, expected.keys),
      };
    case 'invalid_type':
      if (value === undefined)
        return { kind: 'ontbreekt', message: `${name} ontbreekt.`, advice: `Voeg ${name} toe.` };
      return value === null
        ? explainEmpty(name)
        : explainType(
            name,
            issue.expected,
            value,
            typeof issue.path.at(-1) === 'number',
            expected.description,
          );
    case 'invalid_value':
      return {
        kind: 'vorm',
        message: `${name} heeft een waarde die de bot niet kent.`,
        advice: `Kies uit: ${issue.values.map((option) => String(option)).join(', ')}.`,
      };
    case 'too_small':
      if (issue.origin === 'number') {
        return {
          kind: 'vorm',
          message: `${name} is te klein.`,
          advice: `Hier past minstens ${issue.minimum}.`,
        };
      }
      return explainEmpty(name);
    case 'too_big':
      if (issue.origin === 'number') {
        return {
          kind: 'vorm',
          message: `${name} is te groot.`,
          advice: `Hier past hoogstens ${issue.maximum}.`,
        };
      }
      return {
        kind: 'vorm',
        message: `${name} is te lang.`,
        advice: `Hier ${issue.origin === 'string' ? `passen hoogstens ${issue.maximum} tekens` : `past hoogstens ${issue.maximum}`}. Maak het korter.`,
      };
    case 'invalid_format':
      return explainShape(name, adviseFormat(String(key), value));
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'not_multiple_of':
    case 'custom':
      return explainShape(name);
  }
}

function explainEmpty(name: string): Explained {
  return { kind: 'leeg', message: `${name} is leeg.`, advice: 'Vul het in, of haal de regel weg.' };
}

function explainType(
  name: string,
  expected: string,
  value: unknown,
  isItem: boolean,
  description: string | undefined,
): Explained {
  const kind = 'vorm';
  switch (expected) {
    case 'string':
      return { kind, ...explainText(name, value, isItem, description) };
    case 'array':
    case 'tuple':
      return {
        kind,
        message: `${name} moet een lijst zijn.`,
        advice: 'Zet elk onderdeel op een eigen regel met “- ” ervoor.',
      };
    case 'object':
    case 'record':
      return {
        kind,
        message: `${name} moet uit namen met waarden bestaan.`,
        advice: 'Schrijf het als “naam: waarde”.',
      };
    case 'number':
      return {
        kind,
        message: `${name} moet een getal zijn.`,
        advice: 'Schrijf het zonder aanhalingstekens, met een punt: 0.5.',
      };
    default:
      return explainShape(name);
  }
}

/** For something else in the place of text; `isItem`: it is an item of a list. */
function explainText(
  name: string,
  value: unknown,
  isItem: boolean,
  description = '',
): Pick<Explained, 'message' | 'advice'> {
  if (Array.isArray(value)) {
    return {
      message: `${name} moet één tekst zijn, geen lijst.`,
      advice: 'Haal de streepjes (- ) of haken ([ ]) aan het begin weg.',
    };
  }
  if (typeof value !== 'object' || value === null) {
    return { message: `${name} moet tekst zijn.`, advice: 'Zet er aanhalingstekens omheen.' };
  }
  if (isItem) {
    return {
      message: `Een regel van ${name} moet één tekst zijn, maar er staat een dubbele punt in.`,
      advice: 'Hoort de dubbele punt bij de zin? Zet dan aanhalingstekens om de hele zin.',
    };
  }
  return {
    message: `${name} moet één tekst zijn, zonder namen met een dubbele punt erin.`,
    advice: `Schrijf achter de dubbele punt één tekst, zonder regels eronder. ${description}`.trim(),
  };
}

function explainShape(name: string, advice = 'Kijk in knowledge/README.md hoe het hoort.'): Explained {
  return { kind: 'vorm', message: `${name} heeft niet de goede vorm.`, advice };
}

/** The name that was meant, by its letters or by a word of its description; and all that fit. */
function adviseKey(keys: readonly string[], fitting: Expected['keys']): string {
  if (fitting.size === 0) return 'Haal de regel weg, of kijk of hij goed inspringt.';
  const described = (key: string) =>
    [...fitting].find(([, description]) =>
      wordsOf(description).some((word) => word === key.toLowerCase()),
    )?.[0];
  const meant = keys.flatMap((key) => nearestName(key, [...fitting.keys()]) ?? described(key) ?? []);
  const question = meant.length > 0 ? `Bedoel je ${meant.map((key) => `“${key}”`).join(', ')}? ` : '';
  return `${question}Hier passen: ${[...fitting.keys()].join(', ')}. Hoort het ergens anders? Kijk dan of de regel goed inspringt.`;
}

const wordsOf = (text: string) => text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];

function adviseFormat(key: string, value: unknown): string | undefined {
  switch (key) {
    case 'id':
    case 'naam':
    case 'bij':
    case 'verwant':
      return `Gebruik kleine letters, cijfers en streepjes, zoals “${asId(String(value)) || 'alleen-meelezen'}”.`;
    case 'soortnamen':
      return 'Gebruik voor elke naam één woord van kleine letters zonder accenten, zoals “regeling”.';
    case 'sha256':
      return 'Hier horen 64 cijfers en letters. `npm run knowledge -- --hash` laat zien welke.';
    case 'url':
      return 'Een webadres begint met https://';
    default:
      return undefined;
  }
}

/** A text in the form of an id; empty when nothing of it can stay. */
function asId(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  let value = data;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}
