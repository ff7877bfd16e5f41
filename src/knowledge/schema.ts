import * as z from 'zod';
import { namesSchema } from './names-schema.ts';
import { guidanceSchema } from './guidance-schema.ts';
import { phrasingsSchema } from './phrasings-schema.ts';
import { exceptions, id, text } from './schema-parts.ts';
import { testQuestionsSchema } from './test-questions-schema.ts';
import { wordsSchema } from './words-schema.ts';

/**
 * The schema of each kind of YAML file, for checking and for the JSON Schemas in `knowledge/schema/` (completion in an
 * editor). Keys are Dutch, because editors read and write them.
 */

const variants = z.array(text('Een andere manier om dit te vragen.')).max(2_000);
/** What an answering entry says in one line; longer would not fit a heading on a phone. */
const MAX_TITLE = 60;
const title = (description: string) =>
  z.string().trim().min(1).max(MAX_TITLE).describe(description).optional();
const english = z.strictObject({
  vraag: text('De vraag in het Engels.'),
  varianten: variants.describe('Andere manieren om het in het Engels te vragen.').default([]),
  kop: title('De kop in het Engels.'),
  antwoord: text('De uitleg in het Engels.'),
  elders: text('De verwijzing in het Engels.').optional(),
});

export const entrySchema = z
  .strictObject({
    id: id.describe(
      'Vaste naam van deze vraag. Verander hem nooit: knoppen in oude gesprekken verwijzen ernaar.',
    ),
    soort: z
      .enum(['antwoord', 'niet-behandeld', 'gesprek'])
      .describe(
        'antwoord (gewoon), niet-behandeld (de handreiking zegt hier niets over) of gesprek (groet, dank).',
      )
      .default('antwoord'),
    onderwerp: text('Het onderwerp waar de vraag in de lijst onder staat.').optional(),
    vraag: text('De vraag, kort en duidelijk. Dit is ook de tekst op knoppen.'),
    varianten: variants.describe('Andere manieren waarop mensen dit vragen.').default([]),
    kop: title(
      'Wat de handreiking hierover zegt, in één regel boven het antwoord: “Meelezen is ook meedoen”.',
    ),
    antwoord: text('De uitleg in je eigen woorden: hoogstens twee korte zinnen.'),
    citaten: z
      .array(text('Een letterlijk citaat uit bron.txt.'))
      .max(3)
      .describe('Eén tot drie letterlijke citaten uit bron.txt.')
      .default([]),
    elders: text('Waar mensen wel iets kunnen vinden (bij niet-behandelde vragen).').optional(),
    verwant: z.array(id).max(3).describe("Id's van vragen die hierbij horen.").default([]),
    en: english.describe('Dezelfde vraag in het Engels.').optional(),
    negeer: exceptions,
  })
  .describe('Eén vraag met haar antwoord.');

/** In the form of any other entry, so that an editor can copy one to `vragen/` and change it there. */
export const smallTalkSchema = z
  .array(
    entrySchema
      .pick({ id: true, vraag: true, varianten: true, antwoord: true, negeer: true })
      .extend({ soort: z.literal('gesprek').describe('Altijd gesprek.'), en: english.omit({ kop: true }) }),
  )
  .describe('Groeten, bedankjes en wat mensen verder tegen een bot zeggen (basis/gesprek.yaml).');

export const entriesSchema = z.array(entrySchema).describe('Een lijst van vragen (vragen/*.yaml).');

export const checklistSchema = z
  .strictObject({
    onderwerp: text('Het onderwerp waar de zelfcheck onder staat.').optional(),
    vraag: text('De kop van de zelfcheck. Dit is ook de tekst op knoppen.'),
    varianten: variants.describe('Wat mensen typen als ze de zelfcheck nodig hebben.').default([]),
    inleiding: text('Eén zin vooraf, in je eigen woorden.'),
    aanhef: text('De letterlijke zin uit de bron die voor de vragen staat.').optional(),
    vragen: z
      .array(text('Een vraag uit de bron, letterlijk.'))
      .min(1)
      .max(10)
      .describe('De vragen, letterlijk.'),
    advies: z
      .array(text('Een letterlijk citaat.'))
      .max(3)
      .describe('Citaten die na de vragen komen.')
      .default([]),
    slot: text('Eén zin na de vragen. Nooit een oordeel. Mag weg.').optional(),
    vervolgstappen: z
      .array(text('Een eigen suggestie.'))
      .max(5)
      .describe('Suggesties van jezelf; de bot zet erbij dat ze niet uit de bron komen.')
      .default([]),
    na_plaatsing: z
      .array(text('Een eigen suggestie.'))
      .max(5)
      .describe('Suggesties in plaats van de vervolgstappen, voor een bericht dat al online staat.')
      .default([]),
    verwant: z.array(id).max(3).describe("Id's van vragen die hierbij horen.").default([]),
    en: z
      .strictObject({
        vraag: text('De kop in het Engels.'),
        varianten: variants.default([]),
        inleiding: text('De inleiding in het Engels.'),
        vragen: z
          .array(text('Een vraag in het Engels.'))
          .min(1)
          .max(10)
          .describe(
            'De vragen in het Engels, in dezelfde volgorde; de bot zet ze naast de letterlijke vragen.',
          )
          .optional(),
        slot: text('De slotzin in het Engels.').optional(),
        vervolgstappen: z.array(text('Een suggestie in het Engels.')).max(5).default([]),
        na_plaatsing: z.array(text('Een suggestie in het Engels.')).max(5).default([]),
      })
      .optional(),
    negeer: exceptions,
  })
  .describe('De zelfcheck (zelfcheck.yaml).');

export const practiceSchema = z
  .array(
    z.strictObject({
      bij: id.describe(
        'Het id van de vraag waar deze zinnen bij horen. `geen`: ze gaan over iets anders. `staat-er-niet-in`: ze gaan over het onderwerp, maar de handreiking geeft geen antwoord.',
      ),
      vragen: z.array(text('Een vraag zoals iemand hem echt stelde.')).min(1),
    }),
  )
  .describe('Vragen zoals mensen ze echt stellen, met de vraag waar ze bij horen (praktijkvragen/*.yaml).');

export const outOfScopeSchema = z
  .array(text('Een bericht waar geen enkele handreiking over gaat.'))
  .min(1)
  .describe('Berichten waarvan de bot leert wat hij niet begrijpt (basis/buiten-onderwerp.yaml).');

export const hardWordsSchema = z
  .record(z.string(), text('Wat je ook kunt schrijven.'))
  .describe('Moeilijke woorden, elk met een eenvoudiger woord (basis/moeilijke-woorden.yaml).');

const languageTexts = z.record(z.string(), text('Een zin die de bot zegt.'));
export const textsSchema = z
  .strictObject({ nl: languageTexts.optional(), en: languageTexts.optional() })
  .describe('Alle andere zinnen die de bot zegt (teksten.yaml), per taal.');

export type RawEntry = z.infer<typeof entrySchema>;
export type RawSmallTalk = z.infer<typeof smallTalkSchema>;
export type RawChecklist = z.infer<typeof checklistSchema>;
export type RawPractice = z.infer<typeof practiceSchema>;
export type RawTexts = z.infer<typeof textsSchema>;

/** The schema of each kind of file, by the name its JSON Schema has in `knowledge/schema/`. */
export const SCHEMAS = {
  handreiking: guidanceSchema,
  vragen: entriesSchema,
  gesprek: smallTalkSchema,
  zelfcheck: checklistSchema,
  praktijkvragen: practiceSchema,
  proefvragen: testQuestionsSchema,
  'buiten-onderwerp': outOfScopeSchema,
  woorden: wordsSchema,
  zinsvormen: phrasingsSchema,
  namen: namesSchema,
  'moeilijke-woorden': hardWordsSchema,
  teksten: textsSchema,
} as const;
