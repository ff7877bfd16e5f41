import * as z from 'zod';
import { ID } from '../core/index.ts';
import { IGNORABLE_KINDS } from './kinds.ts';

/** A text of at most 2,000 characters. */
export const text = (description: string) => z.string().trim().min(1).max(2_000).describe(description);
/** An id of an entry, or the name of a guidance. */
export const id = z.string().regex(ID).max(100);
/** The languages of the bot. */
export const language = z.enum(['nl', 'en']);

/** Checks that do not apply to an entry or a guidance. */
export const exceptions = z
  .array(
    z.strictObject({
      soort: z
        .enum(IGNORABLE_KINDS)
        .describe('Welke opmerking van `npm run redactie -- controle` niet hoeft.'),
      reden: text('Waarom het zo goed is.'),
    }),
  )
  .describe('Opmerkingen van de controle die hier niet gelden, elk met een reden.')
  .default([]);

/** An exception to a check. */
export type RawException = z.infer<typeof exceptions>[number];
