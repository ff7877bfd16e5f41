import * as z from 'zod';

const words = (description: string) =>
  z.array(z.string().trim().min(1).max(100)).describe(description).default([]);
const wordGroup = z.union([
  words('Woorden die hetzelfde betekenen.'),
  z.strictObject({
    woorden: words('Woorden die ongeveer hetzelfde betekenen.'),
    gewicht: z
      .number()
      .min(0.05)
      .max(1)
      .describe('Hoe sterk ze op elkaar lijken: 1 is hetzelfde, 0,3 is verwant.'),
  }),
]);
const languageWords = z.strictObject({
  negeren: words('Woorden die niets zeggen over het onderwerp, zoals lidwoorden.'),
  herkennen: words('Veelvoorkomende woordjes waaraan de bot de taal herkent.'),
  begroeting: words('Groeten, bedankjes en afsluitingen die om een vraag heen staan.'),
  verzoek: words('Woorden waarmee iemand om een opdracht vraagt, zoals "toon", "open" en "geef".'),
  aansluiten: words('Woordjes waarmee een vraag op de vorige aansluit, zoals "en", "dat", "daar".'),
  afkortingen: z
    .record(z.string(), z.string())
    .describe('Afkortingen en spreektaal, met wat ze betekenen.')
    .default({}),
  spelling: z
    .array(z.tuple([z.string().min(1), z.string()]))
    .describe('Klanken die mensen anders schrijven: [wat er staat, hoe de bot het leest].')
    .default([]),
  opdrachten: z
    .partialRecord(
      z.enum(['zelfcheck', 'onderwerpen', 'help', 'over', 'uitleg', 'bron']),
      words('Woorden voor deze opdracht.'),
    )
    .describe('Woorden waarmee mensen een opdracht geven.')
    .default({}),
  namen: z
    .record(z.string(), words('Namen die je voor elkaar kunt invullen.'))
    .describe('Groepen van namen die je voor elkaar kunt invullen zonder dat het antwoord verandert.')
    .default({}),
  synoniemen: z
    .array(wordGroup)
    .describe('Groepen van woorden die (ongeveer) hetzelfde betekenen.')
    .default([]),
});
/** Of `woorden.yaml`. */
export const wordsSchema = z
  .strictObject({ nl: languageWords.optional(), en: languageWords.optional() })
  .describe('Woorden die de bot moet kennen (woorden.yaml), per taal.');

export type RawWords = z.infer<typeof wordsSchema>;
