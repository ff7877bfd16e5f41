import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder';
import type { Log } from '../../src/shared/log.ts';
import { CallError } from '../../src/shared/retry.ts';
import { TimeoutError, withTimeout } from '../../src/shared/with-timeout.ts';
import type { Activity, JsonObject, OutgoingMessage } from './activity.ts';
import { CLOUD, cloudWithKeys } from './cloud.ts';
import { createConnector } from './connector.ts';
import { watchIdentity } from './identity.ts';
import { withoutConsole } from './silent-console.ts';
import { createRefusalLog } from './refusal-log.ts';
import type { Credentials, Transport, TransportParts } from './transport.ts';

type Authentication = ConfigurationBotFrameworkAuthentication;
type Caller = Awaited<ReturnType<Authentication['authenticateRequest']>>;
type Signer = Awaited<ReturnType<ConfigurationServiceClientCredentialFactory['createCredentials']>>;
type SdkConnector = Awaited<ReturnType<(Caller['connectorFactory'] & object)['create']>>;
type SdkActivity = Parameters<CloudAdapter['processActivityDirect']>[1];
type SdkContext = Parameters<Parameters<CloudAdapter['processActivityDirect']>[2]>[0];

/** For fetching Microsoft's keys. */
const KEYS_TIMEOUT_MS = 5_000;

/**
 * Receives and sends activities through botbuilder 4.23.3, and works around its faults: it prints to the console and
 * answers with its own error messages, gives 500 instead of 401 for some bad tokens, lets a turn throw, and calls Teams
 * without a timeout and repeats calls that may have arrived (`calls.ts` does that instead).
 */
export function createTransport(parts: TransportParts): Transport {
  const { credentials, onTurn, log, callPolicy } = parts;
  const isLocal = credentials.type === 'local';
  const identity = isLocal ? undefined : watchIdentity(parts.fetchToken ?? tokenOf(credentials), log);
  const authentication = cacheUserTokenClient(
    new ConfigurationBotFrameworkAuthentication(
      parts.openIdUrl === undefined ? {} : cloudWithKeys(parts.openIdUrl),
      // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- nor is it in the SDK
      credentialFactory(credentials),
    ),
  );
  const adapter = new CloudAdapter(authentication);
  const refusals = createRefusalLog(log);

  return {
    receive: (activity, authorization) =>
      withoutConsole(async () => {
        const caller = await callerOf(activity, authorization);
        if (typeof caller === 'number') return { status: caller };
        let answer: { status: number; body?: JsonObject } | undefined;
        try {
          await adapter.processActivityDirect(caller, toSdkActivity(activity), async (context) => {
            const response = await onTurn({
              activity,
              send: (message) => delivered('send', () => context.sendActivity(toSdkMessage(message))),
              update: (id, message) =>
                delivered('update', () => context.updateActivity({ ...toSdkMessage(message), id })),
            });
            answer = response ?? buffered(context, activity);
          });
        } catch (error) {
          log.error({ cause: causeOf(error) }, 'a turn failed');
          return { status: 500 };
        }
        return answer ?? { status: activity.type === 'invoke' ? 501 : 200 };
      }),
    notReady: () => identity?.problem(),
    stop: () => identity?.stop(),
  };

  /** Authenticates the caller; returns a status to refuse it. */
  async function callerOf(activity: Activity, authorization: string): Promise<Caller | number> {
    try {
      const caller = await withTimeout(
        // Reads the channel and the service URL of the activity, and changes nothing.
        authentication.authenticateRequest(activity as unknown as SdkActivity, authorization),
        KEYS_TIMEOUT_MS,
      );
      refusals.keysWork();
      if (caller.connectorFactory !== undefined)
        caller.connectorFactory.create = (serviceUrl) =>
          Promise.resolve(createConnector(serviceUrl, identity, callPolicy) as unknown as SdkConnector);
      return caller;
    } catch (error) {
      if (isKeysFault(error)) {
        refusals.keysFail(codeOf(error));
        return 503;
      }
      refusals.add();
      return 401;
    }
  }

  async function delivered(what: string, send: () => Promise<unknown>): Promise<boolean> {
    try {
      await withTimeout(Promise.resolve(send()), callPolicy.maxTotal);
      return true;
    } catch (error) {
      const why =
        error instanceof CallError
          ? { reason: error.reason, tries: error.attempts }
          : { reason: codeOf(error) };
      log.warn({ what, ...why }, 'Teams did not take a message');
      return false;
    }
  }
}

/** Gets a token as the channel does, once; returns why there is none, in one line. */
export async function tokenProblem(credentials: Exclude<Credentials, { type: 'local' }>, log: Log) {
  const identity = watchIdentity(tokenOf(credentials), log);
  await identity.token().catch(() => undefined);
  identity.stop();
  return identity.problem();
}

/** Reuses one client for user sign-in: the SDK creates one in every turn, and this bot signs nobody in. */
function cacheUserTokenClient(authentication: Authentication): Authentication {
  const make = authentication.createUserTokenClient.bind(authentication);
  let made: ReturnType<typeof make> | undefined;
  authentication.createUserTokenClient = (caller) => (made ??= make(caller));
  return authentication;
}

/** Throws when a setting is missing: without an app id, as for `local`, the SDK checks no tokens. */
function credentialFactory(credentials: Credentials): ConfigurationServiceClientCredentialFactory {
  if (credentials.type === 'local') return new ConfigurationServiceClientCredentialFactory({});
  return new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppType: credentials.type,
    MicrosoftAppId: credentials.appId,
    MicrosoftAppTenantId: credentials.tenantId,
    ...(credentials.type === 'SingleTenant' && { MicrosoftAppPassword: credentials.password }),
  });
}

/** Returns a function that gets a token as the SDK does: from Microsoft's sign-in or a managed identity. */
function tokenOf(credentials: Exclude<Credentials, { type: 'local' }>): () => Promise<string> {
  const made = credentialFactory(credentials).createCredentials(
    credentials.appId,
    CLOUD.scope,
    CLOUD.login,
    true,
  );
  return async () => {
    const headers = new Map<string, string>();
    const request = { headers } as unknown as Parameters<Signer['signRequest']>[0];
    await (await made).signRequest(request);
    const [token] = headers.values();
    if (token === undefined) throw new TypeError('no token');
    return token;
  };
}

/** A copy, because the SDK changes the activity that it gets. */
function toSdkActivity(activity: Activity): SdkActivity {
  return structuredClone(activity) as unknown as SdkActivity;
}

function toSdkMessage(message: OutgoingMessage): Partial<SdkActivity> {
  return { ...message } as Partial<SdkActivity>;
}

/** The response with delivery mode `expectReplies`, which holds the messages; `undefined` for another mode. */
function buffered(
  context: SdkContext,
  { deliveryMode }: Activity,
): { status: number; body: JsonObject } | undefined {
  if (deliveryMode !== 'expectReplies') return undefined;
  return { status: 200, body: { activities: context.bufferedReplyActivities as unknown as JsonObject[] } };
}

/** Whether fetching Microsoft's keys failed, which is no fault of the caller. */
function isKeysFault(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const status = 'statusCode' in error ? Number(error.statusCode) : 0;
  return error.name === 'FetchError' || status >= 500 || error instanceof TimeoutError;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}

function causeOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message).slice(0, 2_000) : 'unknown';
}
