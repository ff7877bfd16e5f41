import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import * as z from 'zod';
import type { Mask } from '../assistant/index.ts';

/** A text with the words in it that lead to a person; none for a text that must stay as it is. */
export interface PersonalText {
  readonly text: string;
  readonly secrets: readonly string[];
}

const schema = z.array(z.strictObject({ text: z.string(), secrets: z.array(z.string()).default([]) }));

/** Reads a list of personal texts. @throws {z.ZodError} when it has another shape */
export function readPersonalTexts(file: string): readonly PersonalText[] {
  return schema.parse(parse(readFileSync(file, 'utf8')));
}

/** The texts in which a secret can still be read after masking, as a word or part of one between other signs. */
export function textsWithLeak(mask: Mask, texts: readonly PersonalText[]): readonly PersonalText[] {
  return texts.filter(({ text, secrets }) => {
    const masked = mask(text).toLowerCase();
    return secrets.some((secret) =>
      new RegExp(`(?<![\\p{L}\\p{N}])${escape(secret.toLowerCase())}(?![\\p{L}\\p{N}])`, 'u').test(masked),
    );
  });
}

/** The texts that masking changes, white space aside. */
export function alteredTexts(mask: Mask, texts: readonly string[]): readonly string[] {
  return texts.filter((text) => collapse(mask(text)) !== collapse(text.normalize('NFKC').slice(0, COMPARED)));
}

/** Questions longer than this are cut, which is no masking. */
const COMPARED = 500;

const collapse = (text: string) => text.replace(/\s+/g, ' ').trim();
const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
