import type { CallPolicy } from '../../src/shared/retry.ts';
import type { Fetch } from './network.ts';

/** Settings of the channel. */
export interface SlackSettings {
  readonly botToken: string;
  /** For the signature of requests over HTTP. */
  readonly signingSecret?: string;
  /** Selects Socket Mode: the bot connects to Slack and serves nothing over HTTP. */
  readonly appToken?: string;
  /** Ends with a slash: `https://slack.com/api/`. */
  readonly apiUrl: string;
  readonly fetch?: Fetch;
  /** Overrides `CALL_POLICY`. */
  readonly callPolicy?: Partial<CallPolicy>;
}
