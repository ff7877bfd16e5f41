import * as z from 'zod';
import { follow } from '../assistant/index.ts';
import type { Asker, Previous, Reply } from '../core/index.ts';
import type { Conversation } from './conversations.ts';

/** A reply as channels draw it, by name of the drawing; any JSON. */
export type Drawings = Readonly<Record<string, unknown>>;

/** A reply without its `words`, which differ between questions, and its drawings. */
const drawnReply = z.object({
  reply: z.record(z.string(), z.unknown()),
  drawings: z.record(z.string(), z.unknown()),
});

const snapshot = z.object({
  /** Distinct replies. */
  replies: z.array(drawnReply),
  conversations: z.array(
    z.object({
      turns: z.array(z.string()),
      /** Index into `replies`. */
      reply: z.number().int().nonnegative(),
      /** `Reply.words`. */
      words: z.array(z.string()),
    }),
  ),
});

/** The replies of one version of the bot in a set of conversations, with their drawings. */
export type Snapshot = z.infer<typeof snapshot>;
/** A reply and its drawings. */
export type DrawnReply = Snapshot['replies'][number];

/** Reads a snapshot from JSON. @throws {z.ZodError | SyntaxError} when the text is not one */
export function parseSnapshot(text: string): Snapshot {
  return snapshot.parse(JSON.parse(text));
}

/** Holds each distinct conversation and records its last reply. Each distinct reply is drawn once, by `draw`. */
export function takeSnapshot(
  asker: Pick<Asker, 'ask'>,
  conversations: readonly Conversation[],
  draw: (reply: Reply) => Drawings,
): Snapshot {
  const replies: { readonly reply: object; readonly drawings: Drawings }[] = [];
  const indexOf = new Map<string, number>();
  const distinct = new Map(conversations.map((turns) => [turns.join('\n'), turns]));
  const held = [...distinct.values()].map((turns) => {
    const { words = [], ...reply } = lastReply(asker, turns);
    const key = JSON.stringify(reply);
    const index = indexOf.get(key) ?? replies.push({ reply, drawings: draw(reply) }) - 1;
    indexOf.set(key, index);
    return { turns: [...turns], reply: index, words: [...words] };
  });
  return parseSnapshot(JSON.stringify({ replies, conversations: held }));
}

function lastReply({ ask }: Pick<Asker, 'ask'>, turns: Conversation): Reply {
  let previous: Previous | undefined;
  let reply: Reply | undefined;
  for (const text of turns) {
    reply = ask({ text, ...(previous !== undefined && { previous }) });
    previous = follow(previous, reply);
  }
  if (reply === undefined) throw new TypeError('a conversation without a message');
  return reply;
}
