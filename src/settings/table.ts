import * as z from 'zod';
import { SHIPPED_KNOWLEDGE } from '../knowledge/index.ts';
import { LEVELS } from '../shared/log.ts';
import { address, filled, hosts, integer, onOff, publicAddress, uuid } from './values.ts';
import type { Setting } from './values.ts';

/** All settings, in the order of `.env.example` and of the documentation. */
export const SETTINGS = {
  PORT: {
    meaning: 'Port that everything is served on',
    example: '3978',
    fallback: '3978',
    value: integer(0, 65_535),
    shape: 'a number from 0 to 65535',
  },
  HOST: {
    meaning: 'Address to listen on; 0.0.0.0 is every network of this machine',
    example: '0.0.0.0',
    fallback: '127.0.0.1',
    value: filled,
    shape: 'an address or host name',
  },
  WEB: {
    meaning: 'The page to try the bot in a browser',
    example: 'off',
    fallback: 'on',
    value: onOff,
    shape: 'on or off',
  },
  PUBLIC_URL: {
    meaning:
      'Where people reach the web page, if that is known: for links to it; a path in it goes before every address',
    example: 'https://www.example.org/bot',
    value: publicAddress,
    shape: 'a web address without ? and #',
  },
  WEB_NAME: {
    meaning: 'Name of the organisation, on the web page',
    example: 'Gemeente Voorbeeldstad',
    value: filled,
    shape: 'a name',
  },
  WEB_LOGO: {
    meaning:
      'File with the logo of the organisation, for the web page: SVG, PNG, JPEG or WebP of at most 50 KB',
    example: '/etc/bot/logo.svg',
    value: filled,
    shape: 'a file',
  },
  KNOWLEDGE_DIR: {
    meaning: 'Folder with the knowledge',
    example: '/knowledge',
    fallback: SHIPPED_KNOWLEDGE,
    value: filled,
    shape: 'a folder',
  },
  MODEL_CACHE_DIR: {
    meaning: 'Folder that keeps what the matcher learned, so that the next start is quick',
    example: '/data/models',
    value: filled,
    shape: 'a folder',
  },
  DATA_DIR: {
    meaning:
      'Folder on a local disk for what is kept: conversations for 30 minutes, counts; without it and DATABASE_URL all is forgotten at a stop',
    example: '/data',
    value: filled,
    shape: 'a folder',
  },
  DATABASE_URL: {
    meaning: 'PostgreSQL for what is kept, shared by several replicas; DATA_DIR is then not used',
    example: 'postgres://bot:secret@db.example.org/handreiking',
    secret: true,
    value: z.url({ protocol: /^postgres(ql)?$/ }),
    shape: 'an address that begins with postgres://',
  },
  MISSED_QUESTIONS: {
    meaning:
      'Keep the text of questions that got no good answer for 28 days, masked: most names and numbers are removed, not all; people are told. Needs DATA_DIR or DATABASE_URL',
    example: 'on',
    fallback: 'off',
    value: onOff,
    shape: 'on or off',
  },
  ALLOWED_HOSTS: {
    meaning: 'Host names that people and platforms use, with commas between; other requests get 421',
    example: 'bot.example.org,localhost',
    value: hosts,
    shape: 'host names with commas between, without ports',
  },
  TRUSTED_PROXIES: {
    meaning: 'How many proxies stand in front of the bot and add to X-Forwarded-For',
    example: '1',
    fallback: '0',
    value: integer(0, 10),
    shape: 'a number from 0 to 10',
  },
  RATE_LIMIT: {
    meaning: 'Messages that one person may send in a minute; 0 is no limit',
    example: '30',
    fallback: '20',
    value: integer(0, 10_000),
    shape: 'a number from 0 to 10000',
  },
  METRICS_PORT: {
    meaning: 'Port of its own for /metrics, at the same HOST; without it there are no metrics',
    example: '9464',
    value: integer(0, 65_535),
    shape: 'a number from 0 to 65535',
  },
  DRAIN_SECONDS: {
    meaning: 'Seconds between not being ready and closing the port, at a stop; for a load balancer',
    example: '10',
    usual: '5; 0 when HOST is this machine and neither ALLOWED_HOSTS nor TRUSTED_PROXIES is set',
    value: integer(0, 60),
    shape: 'a number from 0 to 60',
  },
  SECURITY_CONTACT: {
    meaning: 'Where to report a vulnerability of this installation; shown in /.well-known/security.txt',
    example: 'mailto:security@example.org',
    value: z.url({ protocol: /^(https|mailto)$/ }),
    shape: 'an address that begins with mailto: or https:',
  },
  LOG_LEVEL: {
    meaning: 'Least important event that is logged',
    example: 'warn',
    fallback: 'info',
    value: z.enum(LEVELS),
    shape: LEVELS.join(', '),
  },
  SLACK_BOT_TOKEN: {
    meaning: 'Slack: bot token of the installed app',
    example: 'xoxb-...',
    secret: true,
    value: z.string().startsWith('xoxb-'),
    shape: 'the token that begins with xoxb-',
  },
  SLACK_SIGNING_SECRET: {
    meaning: 'Slack: signing secret of the app, for requests over HTTP',
    example: '8f742231b10e8888abcd99yyyzzz85a5',
    secret: true,
    value: filled,
    shape: 'the signing secret of the app',
  },
  SLACK_APP_TOKEN: {
    meaning: 'Slack: app-level token; when set, the bot connects to Slack itself (Socket Mode)',
    example: 'xapp-...',
    secret: true,
    value: z.string().startsWith('xapp-'),
    shape: 'the token that begins with xapp-',
  },
  SLACK_API_URL: {
    meaning: 'Slack: address of the Web API, for tests and GovSlack',
    example: 'https://slack-gov.com/api/',
    fallback: 'https://slack.com/api/',
    value: address,
    shape: 'a web address',
  },
  TEAMS_APP_ID: {
    meaning: 'Teams: application (client) id of the Azure Bot',
    example: '00000000-0000-0000-0000-000000000000',
    value: uuid,
    shape: 'an id like 00000000-0000-0000-0000-000000000000',
  },
  TEAMS_TENANT_ID: {
    meaning: 'Teams: tenant (directory) id',
    example: '00000000-0000-0000-0000-000000000000',
    value: uuid,
    shape: 'an id like 00000000-0000-0000-0000-000000000000',
  },
  TEAMS_APP_TYPE: {
    meaning: 'Teams: how the bot proves who it is',
    example: 'UserAssignedMSI',
    fallback: 'SingleTenant',
    value: z.enum(['SingleTenant', 'UserAssignedMSI']),
    shape: 'SingleTenant or UserAssignedMSI',
  },
  TEAMS_APP_PASSWORD: {
    meaning: 'Teams: client secret of the application (SingleTenant only)',
    example: '...',
    secret: true,
    value: filled,
    shape: 'the client secret',
  },
  TEAMS_LOCAL: {
    meaning: 'Teams without Azure for the Agents Playground, on this machine only; never in production',
    example: '1',
    value: z.literal('1').transform(() => true),
    shape: '1, or not set',
  },
} as const satisfies Record<string, Setting>;

/** Name of a setting. */
export type SettingName = keyof typeof SETTINGS;
