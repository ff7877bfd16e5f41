import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { REASONS } from '../../src/core/index.ts';
import type { Assistant, BodiedRequest, Channel } from '../../src/assistant/index.ts';
import type { Log } from '../../src/shared/log.ts';
import { renderReply } from './render.ts';

type Parts = { readonly assistant: Assistant; readonly log: Log; readonly key: Buffer };
type Answer = readonly [status: number, body?: object];

/** Largest difference between the signed time and the clock, in ms. `claim` remembers an id for twice as long. */
const TOLERANCE = 5 * 60_000;
const id = z.string().min(1).max(250);
const question = z.object({ conversation: id, text: z.string(), pressed: z.boolean().default(false) });
const vote = z.object({
  conversation: id,
  vote: z.object({ entry: id, useful: z.boolean(), reason: z.enum(REASONS).optional() }),
});

/** A channel for signed JSON over HTTP. `key` is the secret: what follows `whsec_`, decoded from base64. */
export function createWebhook({ assistant, log, key }: Parts): Channel {
  const answer = async (request: BodiedRequest): Promise<Answer> => {
    if (!isSigned(request, key)) return [401];
    const json: unknown = await new Response(request.rawBody.toString()).json().catch(() => undefined);
    const { data } = z.union([question, vote]).safeParse(json);
    if (data === undefined) return [400];
    if (!(await assistant.claim([String(request.headers['webhook-id'])]))) return [409];
    if ('text' in data) return [200, renderReply(await assistant.reply(data))];
    const cast = { ...data.vote, ballot: data.conversation };
    const outcome = await assistant.feedback({ ...cast, conversation: data.conversation });
    return [200, renderReply(assistant.afterVote(cast, outcome))];
  };
  const serve: Channel['routes'][string] = (request, response) => {
    answer(request)
      .catch((error: unknown): Answer => [200, renderReply(assistant.sorry(error))])
      .then(([status, body]) => {
        if (response.destroyed && body !== undefined) throw new Error('the sender hung up');
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      })
      .catch((error: unknown) => {
        log.error({ reason: String(error) }, 'an answer could not be sent');
        assistant.lost();
        response.destroy();
      });
  };
  const stop = () => Promise.resolve();
  return { name: 'webhook', notReady: () => undefined, stop, routes: { '/webhook': serve } };
}

/** Whether `key` signed id, time and body just now, as in https://www.standardwebhooks.com. */
function isSigned({ headers, rawBody }: BodiedRequest, key: Buffer): boolean {
  const field = (name: string) => String(headers[`webhook-${name}`]);
  const content = `${field('id')}.${field('timestamp')}.${rawBody.toString()}`;
  const expected = Buffer.from(`v1,${createHmac('sha256', key).update(content).digest('base64')}`);
  const isExpected = (given: Buffer) => given.length === expected.length && timingSafeEqual(given, expected);
  const isRecent = Math.abs(Date.now() - Number(field('timestamp')) * 1_000) < TOLERANCE;
  const signatures = field('signature').split(' ');
  return isRecent && signatures.some((signature) => isExpected(Buffer.from(signature)));
}
