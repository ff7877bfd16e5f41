import * as z from 'zod';
import type { Activity } from './activity.ts';

/** Of ids and other short fields: those of Teams have some hundred characters. */
const MAX_LENGTH = 1_024;

/** An object in which `null` means that a field is absent. Other fields than those in the shape are dropped. */
function object<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.preprocess((value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== null));
  }, z.object(shape));
}

/** A string that is only compared or shown; a longer one is cut. */
const text = () => z.string().transform((whole) => whole.slice(0, MAX_LENGTH));
const word = z.string().max(MAX_LENGTH);
/** Part of a path: may not be empty, `.` or `..`, and a lone surrogate cannot be encoded. */
const id = word.refine((path) => !/^\.{0,2}$|\p{Cc}/u.test(path) && path.isWellFormed());
/** ISO 8601, in milliseconds since 1970. */
const time = word.transform((iso) => Date.parse(iso)).pipe(z.number());

const account = object({ id, name: text().exactOptional() });
/** Somebody whose id is only compared with that of the bot. */
const other = object({ id: text(), name: text().exactOptional() });
const mention = object({ mentioned: other.exactOptional(), text: text().exactOptional() });
const attachment = object({ contentType: text().exactOptional(), content: z.unknown().exactOptional() });

/** A list; items that are `null` are left out. The size of a request bounds its length. */
const list = <Item extends z.ZodType>(item: Item) =>
  z.array(item.nullable()).transform((items) => items.filter((each) => each !== null));

const activity = object({
  type: id,
  id: id.exactOptional(),
  timestamp: time.exactOptional(),
  channelId: id,
  serviceUrl: id,
  deliveryMode: word.exactOptional(),
  conversation: object({
    id,
    conversationType: word.exactOptional(),
    isGroup: z.boolean().exactOptional(),
    tenantId: word.exactOptional(),
  }),
  channelData: object({ tenant: object({ id: word.exactOptional() }).exactOptional() }).exactOptional(),
  from: account,
  recipient: account,
  text: z.string().exactOptional(),
  locale: text().exactOptional(),
  name: word.exactOptional(),
  replyToId: id.exactOptional(),
  action: word.exactOptional(),
  value: z.unknown().exactOptional(),
  /** Most kinds of entities have other fields; only mentions are checked. */
  entities: z
    .array(z.looseObject({ type: z.unknown().optional() }).nullable())
    .transform((entities): unknown[] => entities.filter((entity) => entity?.type === 'mention'))
    .pipe(z.array(mention))
    .exactOptional(),
  membersAdded: list(other).exactOptional(),
  attachments: list(attachment).exactOptional(),
});

/** Checks the fields of an activity that are used; `undefined` when one of them is wrong or missing. */
export function parseActivity(value: unknown): Activity | undefined {
  const parsed = activity.safeParse(value);
  if (!parsed.success) return undefined;
  const { timestamp, channelData, entities = [], attachments = [], membersAdded = [], ...rest } = parsed.data;
  const html = attachments.find(({ contentType }) => contentType === 'text/html')?.content;
  return {
    ...rest,
    ...(typeof html === 'string' && { html }),
    ...(timestamp !== undefined && { sentAt: timestamp }),
    tenants: [rest.conversation.tenantId, channelData?.tenant?.id].filter((tenant) => tenant !== undefined),
    mentions: entities.flatMap(({ mentioned, text: written }) =>
      mentioned === undefined ? [] : [{ ...mentioned, ...(written !== undefined && { text: written }) }],
    ),
    membersAdded,
    holdsCard: attachments.some(
      ({ contentType }) => contentType?.startsWith('application/vnd.microsoft.card') === true,
    ),
  };
}
