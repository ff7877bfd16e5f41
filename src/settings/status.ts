import type { Config } from './read.ts';

/** What the status at the start is made from. */
export interface StatusParts {
  /** Titles of the guidances. */
  readonly titles: readonly string[];
  readonly config: Config;
  /** The port that the server listens on. */
  readonly port: number;
  /** Whether questions can be typed in the terminal. */
  readonly converses: boolean;
}

const SLACK_OFF = 'zet SLACK_BOT_TOKEN en SLACK_SIGNING_SECRET (docs/slack.md)';
const TEAMS_OFF = 'zet TEAMS_APP_ID, TEAMS_TENANT_ID en TEAMS_APP_PASSWORD (docs/teams.md)';

/** Returns the text that is printed at the start: what is on, what is off and how to turn it on. In Dutch. */
export function status({ titles, config, port, converses }: StatusParts): string {
  const { host, web, slack, teams, knowledge } = config;
  const base = `http://${urlHost(host)}:${port}`;
  const lines: (readonly [boolean, string, string])[] = [
    [
      true,
      'kennis',
      `${titles.join('; ')}\n        (uit ${knowledge}; een andere map: npm start -- --knowledge /pad/naar/kennis)`,
    ],
    [web, 'webpagina', web ? `${base}/` : 'zet WEB=on'],
    [slack !== undefined, 'Slack', slack === undefined ? SLACK_OFF : slackEndpoint(slack.appToken, base)],
    [teams !== undefined, 'Teams', teams === undefined ? TEAMS_OFF : `${base}/api/messages`],
    ...(converses ? [[true, 'gesprek', 'in dit venster (stop of Ctrl-D: stoppen)'] as const] : []),
  ];
  return [
    'Handreiking-bot',
    ...lines.map(([isOn, name, text]) => `  ${isOn ? 'aan' : 'uit'}   ${name}: ${text}`),
    ...(converses ? ['', 'Typ je vraag, of: help, onderwerpen, zelfcheck, over.'] : []),
  ].join('\n');
}

function slackEndpoint(appToken: string | undefined, base: string): string {
  return appToken === undefined ? `${base}/slack/events` : 'Socket Mode';
}

function urlHost(host: string): string {
  if (host === '0.0.0.0' || host === '::' || host === '127.0.0.1') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
