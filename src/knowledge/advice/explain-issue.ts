import type * as z from 'zod';
import { nearestName } from '../../core/index.ts';
import type { Problem } from '../problems.ts';

type Explained = Pick<Problem, 'message' | 'advice'>;

/** A schema issue in plain Dutch, for somebody who never heard of a schema; `allowed` are the keys that would fit. */
export function explainIssue(issue: z.core.$ZodIssue, data: unknown, allowed: readonly string[]): Explained {
  const key = issue.path.findLast((step) => typeof step === 'string');
  const name = key === undefined ? 'Dit' : `“${key}”`;
  const value = valueAt(data, issue.path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return {
        message: `Onbekende naam: ${issue.keys.map((unknown) => `“${unknown}”`).join(', ')}.`,
        advice: adviseKey(issue.keys, allowed),
      };
    case 'invalid_type':
      if (value === undefined) return { message: `${name} ontbreekt.`, advice: `Voeg ${name} toe.` };
      return value === null ? explainEmpty(name) : explainType(name, issue.expected);
    case 'invalid_value':
      return {
        message: `${name} heeft een waarde die de bot niet kent.`,
        advice: `Kies uit: ${issue.values.map((option) => String(option)).join(', ')}.`,
      };
    case 'too_small':
      if (issue.origin === 'number') {
        return { message: `${name} is te klein.`, advice: `Hier past minstens ${issue.minimum}.` };
      }
      return explainEmpty(name);
    case 'too_big':
      if (issue.origin === 'number') {
        return { message: `${name} is te groot.`, advice: `Hier past hoogstens ${issue.maximum}.` };
      }
      return {
        message: `${name} is te lang.`,
        advice: `Hier past hoogstens ${issue.maximum}. Maak het korter.`,
      };
    case 'invalid_format':
      return explainShape(name, adviseFormat(String(key)));
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'not_multiple_of':
    case 'custom':
      return explainShape(name);
  }
}

function explainEmpty(name: string): Explained {
  return { message: `${name} is leeg.`, advice: 'Vul het in, of haal de regel weg.' };
}

function explainType(name: string, expected: string): Explained {
  switch (expected) {
    case 'string':
      return {
        message: `${name} moet tekst zijn.`,
        advice: 'Zet er aanhalingstekens omheen. Staat er een dubbele punt in de zin? Dan ook.',
      };
    case 'array':
    case 'tuple':
      return {
        message: `${name} moet een lijst zijn.`,
        advice: 'Zet elk onderdeel op een eigen regel met “- ” ervoor.',
      };
    case 'object':
    case 'record':
      return {
        message: `${name} moet uit namen met waarden bestaan.`,
        advice: 'Schrijf het als “naam: waarde”.',
      };
    case 'number':
      return {
        message: `${name} moet een getal zijn.`,
        advice: 'Schrijf het zonder aanhalingstekens, met een punt: 0.5.',
      };
    default:
      return explainShape(name);
  }
}

function explainShape(name: string, advice = 'Kijk in knowledge/README.md hoe het hoort.'): Explained {
  return { message: `${name} heeft niet de goede vorm.`, advice };
}

function adviseKey(keys: readonly string[], allowed: readonly string[]): string {
  const meant = keys.map((key) => nearestName(key, allowed)).filter((key) => key !== undefined);
  return meant.length > 0
    ? `Bedoel je ${meant.map((key) => `“${key}”`).join(', ')}? Anders: haal de regel weg.`
    : 'Haal de regel weg, of kijk of hij goed inspringt.';
}

function adviseFormat(key: string): string | undefined {
  switch (key) {
    case 'id':
    case 'naam':
    case 'bij':
    case 'verwant':
      return 'Gebruik kleine letters, cijfers en streepjes, zoals “alleen-meelezen”.';
    case 'sha256':
      return 'Hier horen 64 cijfers en letters. `npm run knowledge -- --hash` laat zien welke.';
    case 'url':
      return 'Een webadres begint met https://';
    default:
      return undefined;
  }
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  let value = data;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}
