import type { Log } from '../../src/shared/log.ts';
import type { Activity, JsonObject, OnTurn } from './activity.ts';
import type { TeamsCallPolicy } from './outgoing.ts';

/** How the bot proves who it is; `local` checks nobody. */
export type Credentials =
  | {
      readonly type: 'SingleTenant';
      readonly appId: string;
      readonly tenantId: string;
      readonly password: string;
    }
  | { readonly type: 'UserAssignedMSI'; readonly appId: string; readonly tenantId: string }
  | { readonly type: 'local' };

export interface TransportParts {
  readonly credentials: Credentials;
  readonly onTurn: OnTurn;
  readonly log: Log;
  readonly callPolicy: TeamsCallPolicy;
  /** Where the keys of tokens from Teams are found; Microsoft's when absent. */
  readonly openIdUrl?: string | undefined;
  /** Gives a token in the place of Microsoft's sign-in. */
  readonly fetchToken?: (() => Promise<string>) | undefined;
}

/** What an SDK does for this folder: all that another one has to offer. */
export interface Transport {
  /** Checks who calls, runs the turn and tells what to answer. Never rejects. */
  readonly receive: (
    activity: Activity,
    authorization: string,
  ) => Promise<{ status: number; body?: JsonObject }>;
  readonly notReady: () => string | undefined;
  readonly stop: () => void;
}
