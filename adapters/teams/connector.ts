import { CallError } from '../../src/shared/retry.ts';
import type { Identity } from './identity.ts';
import { callTeams } from './calls.ts';
import type { TeamsCallPolicy } from './calls.ts';

/** The part of the SDK's client that it calls for a reply. */
export interface Connector {
  readonly conversations: {
    readonly replyToActivity: (conversation: string, activity: string, message: object) => Promise<object>;
    readonly sendToConversation: (conversation: string, message: object) => Promise<object>;
    readonly updateActivity: (conversation: string, activity: string, message: object) => Promise<object>;
  };
}

/**
 * Returns a client for one service URL; its methods throw a `CallError`. The SDK's own client has no timeout, repeats
 * calls that may have arrived, and takes as much processor time as all the rest of a turn.
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference#conversation-operations
 */
export function createConnector(
  serviceUrl: string,
  identity: Identity | undefined,
  policy: TeamsCallPolicy,
): Connector {
  const base = `${serviceUrl.replace(/\/$/, '')}/v3/conversations`;
  const call = async (method: string, parts: readonly string[], message: object): Promise<object> => {
    const [conversation = '', ...rest] = parts.map(encodeURIComponent);
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      accept: 'application/json',
      ...(identity !== undefined && { authorization: await tokenOf(identity) }),
    };
    const url = [base, conversation, 'activities', ...rest].join('/');
    return resourceIn(await callTeams({ url, method, headers, body: JSON.stringify(message) }, policy));
  };
  return {
    conversations: {
      replyToActivity: (conversation, activity, message) => call('POST', [conversation, activity], message),
      sendToConversation: (conversation, message) => call('POST', [conversation], message),
      updateActivity: (conversation, activity, message) => call('PUT', [conversation, activity], message),
    },
  };
}

async function tokenOf(identity: Identity): Promise<string> {
  try {
    return await identity.token();
  } catch (cause) {
    throw new CallError('no token', { cause, attempts: 0 });
  }
}

/** The response that the SDK reads: the id of the message, where Teams gives one. */
function resourceIn(body: string): object {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
