import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as Library from 'adaptivecards';
import { Ajv } from 'ajv';

/** The library that Teams itself draws cards with. Its front door needs a bundler; this file needs nothing. */
const library = createRequire(import.meta.filename)('adaptivecards/dist/adaptivecards.js') as typeof Library;
const schema = JSON.parse(
  readFileSync(join(import.meta.dirname, 'schema/adaptive-card-1.5.0.json'), 'utf8'),
) as Record<string, unknown>;
const ajv = new Ajv({ strict: false, validateFormats: false, logger: false });
ajv.addMetaSchema({ $id: 'http://json-schema.org/draft-06/schema#', type: ['object', 'boolean'] });
delete schema['id'];
const fitsSchema = ajv.compile(schema);

/** Everything that is wrong with a card, by the library and by the schema. */
export function faultsOf(card: object): unknown[] {
  // The library keeps a place in this pattern (`/g`), and would refuse every second card.
  const { regEx } = library.CardElement.langProperty;
  if (regEx !== undefined) regEx.lastIndex = 0;
  const parsed = new library.AdaptiveCard();
  const context = new library.SerializationContext();
  parsed.parse(card, context);
  const events = Array.from({ length: context.eventCount }, (_none, place) => context.getEventAt(place));
  const isFine = fitsSchema(JSON.parse(JSON.stringify(card)));
  return [
    ...events.map(({ message }) => message),
    ...parsed.validateProperties().validationEvents.map(({ message }) => message),
    ...(isFine ? [] : (fitsSchema.errors ?? [])),
  ];
}
