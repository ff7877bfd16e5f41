import * as z from 'zod';
import { FOLLOW_UP_KINDS } from '../core/index.ts';

const words = z.array(z.string().trim().min(1).max(100));
/** As the tokenizer leaves a word: it becomes part of templates and is compared with the words of titles. */
const plainWords = z.array(z.string().trim().max(100).regex(/^[a-z0-9]+$/));
const template = z.string().trim().min(1).max(500);
const templates = (description: string) => z.array(template).describe(description).default([]);
const languagePhrasings = z.strictObject({
  soortnamen: plainWords
    .describe(
      'Hoe een handreiking kan heten. Waar de eerste in een vorm staat, leest de bot ook die uit de titels.',
    )
    .default([]),
  vulwoorden: words.describe('Woorden die de bot in een vorm niet meetelt.').default([]),
  onderdelen: z
    .record(z.string(), template)
    .describe('Stukken van een vorm met een naam, om met <naam> te gebruiken.')
    .default({}),
  kaders: templates('Zinnen om een onderwerp heen; {x} is het onderwerp.'),
  vervolg: z
    .partialRecord(z.enum(FOLLOW_UP_KINDS), templates('Vervolgvragen zonder eigen onderwerp.'))
    .describe('Vervolgvragen op het laatste antwoord: waarom, zeker, meer of voorbeeld.')
    .default({}),
  zonder_onderwerp: templates('Berichten zonder onderwerp: de bot geeft hulp.'),
  afsluiting: templates('Het begin van het slot van een mail.'),
  mailkop: words.describe('De velden boven een doorgestuurde mail: van, aan, onderwerp.').default([]),
  opsomming: templates('Het begin van een van een paar vragen in één bericht: ten tweede, ps.'),
  vraagzin: templates('Het begin van een zin die iets vraagt, ook zonder vraagteken.'),
  concept: templates('Vragen voor of na een bericht dat iemand wil plaatsen: de bot geeft de zelfcheck.'),
  al_geplaatst: templates(
    'Wat iemand typt wiens bericht al online staat: de zelfcheck geeft dan andere tips.',
  ),
  ja_nee: z
    .strictObject({
      woorden: words.describe('Ja en nee, zoals een toelichting ermee begint.').default([]),
      vragen: z
        .record(z.string(), templates('Het begin van vragen die hetzelfde vragen.'))
        .describe('Het begin van vragen waar ja of nee op past, per soort.')
        .default({}),
      omkeren: templates('Woorden die een vraag iets anders laten vragen: niet, zonder, altijd.'),
    })
    .describe('Wanneer een toelichting met ja of nee mag beginnen.')
    .default({ woorden: [], vragen: {}, omkeren: [] }),
});
/** Of `basis/zinsvormen.yaml`. */
export const phrasingsSchema = z
  .strictObject({ nl: languagePhrasings.optional(), en: languagePhrasings.optional() })
  .describe('Zinnen om een onderwerp heen (basis/zinsvormen.yaml), per taal.');
/** Sentence templates as editors write them. */
export type RawPhrasings = z.infer<typeof phrasingsSchema>;
