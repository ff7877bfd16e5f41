import type { Identity } from './identity.ts';
import { deliver, isFailure } from './outgoing.ts';
import type { Failure, Pace } from './outgoing.ts';

/** The calls to Teams that the SDK makes for a reply, in the place of its own client. */
export interface Connector {
  readonly conversations: {
    readonly replyToActivity: (conversation: string, activity: string, message: object) => Promise<object>;
    readonly sendToConversation: (conversation: string, message: object) => Promise<object>;
    readonly updateActivity: (conversation: string, activity: string, message: object) => Promise<object>;
  };
}

const failures = new WeakMap<Error, Failure>();

/** What went wrong with a call, of an error that came out of the SDK. */
export function failureOf(error: unknown): Failure | undefined {
  return error instanceof Error ? failures.get(error) : undefined;
}

function failedCall(failure: Failure): Error {
  const error = new Error('a call to Teams failed');
  failures.set(error, failure);
  return error;
}

/**
 * Calls Teams at one address. The SDK's own client has no timeout, repeats what may have arrived, and costs as much
 * processor time as all the rest of a turn.
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference#conversation-operations
 */
export function createConnector(serviceUrl: string, identity: Identity | undefined, pace: Pace): Connector {
  const base = `${serviceUrl.replace(/\/$/, '')}/v3/conversations`;
  const call = async (method: string, parts: readonly string[], message: object): Promise<object> => {
    const [conversation = '', ...rest] = parts.map(encodeURIComponent);
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      accept: 'application/json',
      ...(identity !== undefined && { authorization: await tokenOrFailure(identity) }),
    };
    const url = [base, conversation, 'activities', ...rest].join('/');
    const outcome = await deliver({ url, method, headers, body: JSON.stringify(message) }, pace);
    if (isFailure(outcome)) throw failedCall(outcome);
    return resourceIn(outcome.body);
  };
  return {
    conversations: {
      replyToActivity: (conversation, activity, message) => call('POST', [conversation, activity], message),
      sendToConversation: (conversation, message) => call('POST', [conversation], message),
      updateActivity: (conversation, activity, message) => call('PUT', [conversation, activity], message),
    },
  };
}

async function tokenOrFailure(identity: Identity): Promise<string> {
  try {
    return await identity.token();
  } catch {
    throw failedCall({ reason: 'no token', tries: 0 });
  }
}

/** The id of the message, where Teams gives one. */
function resourceIn(body: string): object {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
