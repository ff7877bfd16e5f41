import type { CallPolicy } from '../../src/shared/retry.ts';
import type { Fetch } from './network.ts';

/** What the channel is opened with. */
export interface SlackSettings {
  readonly botToken: string;
  /** For requests over HTTP. */
  readonly signingSecret?: string;
  /** When set, the bot connects to Slack itself (Socket Mode), and serves nothing over HTTP. */
  readonly appToken?: string;
  /** Ends with a slash: `https://slack.com/api/`. */
  readonly apiUrl: string;
  readonly fetch?: Fetch;
  /** Overrides `CALL_POLICY`. */
  readonly callPolicy?: Partial<CallPolicy>;
}
