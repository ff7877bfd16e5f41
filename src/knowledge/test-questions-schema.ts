import * as z from 'zod';
import { ID } from '../core/index.ts';

const id = z.string().regex(ID).max(100);

/** The files of `proefvragen/`. Exactly one of `bij` and `buiten`; a JSON Schema would tell that as two of everything. */
export const testQuestionsSchema = z
  .array(
    z.strictObject({
      vraag: z
        .string()
        .trim()
        .min(1)
        .max(2_000)
        .describe('De vraag, zoals iemand hem typt. Niet een die al bij varianten of praktijkvragen staat.'),
      bij: z
        .union([id, z.array(id).min(1)])
        .describe(
          "Het id van de vraag die de bot hoort te vinden, of een lijst van id's die allemaal goed zijn.",
        )
        .optional(),
      buiten: z.literal(true).describe('In plaats van “bij”: de bot hoort dit niet te begrijpen.').optional(),
    }),
  )
  .describe('Vragen om de bot mee te proberen (proefvragen/*.yaml). Hij leert er niet van.');

export type RawTestQuestions = z.infer<typeof testQuestionsSchema>;
