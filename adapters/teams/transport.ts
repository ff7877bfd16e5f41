import type { Log } from '../../src/shared/log.ts';
import type { Activity, JsonObject, OnTurn } from './activity.ts';
import type { TeamsCallPolicy } from './calls.ts';

/** How the bot authenticates; `local` checks no tokens. */
export type Credentials =
  | {
      readonly type: 'SingleTenant';
      readonly appId: string;
      readonly tenantId: string;
      readonly password: string;
    }
  | { readonly type: 'UserAssignedMSI'; readonly appId: string; readonly tenantId: string }
  | { readonly type: 'local' };

/** What a transport needs. */
export interface TransportParts {
  readonly credentials: Credentials;
  readonly onTurn: OnTurn;
  readonly log: Log;
  readonly callPolicy: TeamsCallPolicy;
  /** Metadata of the keys that tokens from Teams are checked with; Microsoft's when absent. */
  readonly openIdUrl?: string | undefined;
  /** Replaces Microsoft's sign-in. */
  readonly fetchToken?: (() => Promise<string>) | undefined;
}

/** The part of an SDK that this channel uses; another SDK has to offer the same. */
export interface Transport {
  /** Authenticates the caller, runs the turn and returns the response. Never rejects. */
  readonly receive: (
    activity: Activity,
    authorization: string,
  ) => Promise<{ status: number; body?: JsonObject }>;
  readonly notReady: () => string | undefined;
  readonly stop: () => void;
}
