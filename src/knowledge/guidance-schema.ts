import * as z from 'zod';
import { exceptions, id, language, text } from './schema-parts.ts';

/** Of `handreiking.yaml`. */
export const guidanceSchema = z
  .strictObject({
    naam: id.describe(
      'Korte naam, zonder spaties. Meestal gelijk aan de naam van de map. Staat in knoppen en webadressen: verander hem niet meer.',
    ),
    titel: text('De titel van de handreiking, zoals de bot die noemt.'),
    lidwoord: z
      .enum(['de', 'het'])
      .describe('Het lidwoord voor de titel: de (gewoon) of het (“het Beleid huisdieren”).')
      .default('de'),
    korte_titel: text('De titel zoals die onder een citaat staat, als de hele titel lang is.').optional(),
    eigenaar: text('De organisatie die de handreiking uitgeeft.').optional(),
    url: z
      .url({ protocol: /^https?$/ })
      .describe('Het webadres van de tekst.')
      .optional(),
    editie: text('De datum of versie van de tekst die je citeert, tussen aanhalingstekens.').optional(),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('De vingerafdruk (SHA-256) van bron.txt.')
      .optional(),
    taal: language.describe('De taal van de handreiking: nl of en.').default('nl'),
    talen: z
      .array(language)
      .min(1)
      .describe('De talen waarin je vragen schrijft: [nl] als je geen Engels wilt.')
      .default(['nl', 'en']),
    contact: text('Bij wie mensen terecht kunnen, zoals het in een zin past.').optional(),
    contact_en: text('Hetzelfde, in het Engels.').optional(),
    voorbeeld: text('Een voorbeeldvraag, die de bot noemt als hij een vraag niet begrijpt.').optional(),
    voorbeeld_en: text('Hetzelfde, in het Engels.').optional(),
    voorbeeld_stil: text('Een voorbeeldvraag waar de handreiking niets over zegt.').optional(),
    voorbeeld_stil_en: text('Hetzelfde, in het Engels.').optional(),
    negeer: exceptions,
  })
  .describe('Gegevens over de handreiking (handreiking.yaml).');
export type RawGuidance = z.infer<typeof guidanceSchema>;
