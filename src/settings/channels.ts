import type * as z from 'zod';
import type { SETTINGS, SettingName } from './table.ts';

/** The valid settings that are set, by name. */
export type Values = { readonly [Name in SettingName]?: z.output<(typeof SETTINGS)[Name]['value']> };

/** Reports advice unless one of these settings is set, rightly or wrongly. */
export type Need = (names: readonly SettingName[], advice: string) => void;

/** Returns the settings of Slack; `undefined` when it is off. */
export function slackOf(values: Values, need: Need) {
  const { SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET, SLACK_APP_TOKEN, SLACK_API_URL = '' } = values;
  if ((SLACK_BOT_TOKEN ?? SLACK_SIGNING_SECRET ?? SLACK_APP_TOKEN) === undefined) return undefined;
  need(['SLACK_BOT_TOKEN'], 'SLACK_BOT_TOKEN is needed for Slack.');
  need(
    ['SLACK_SIGNING_SECRET', 'SLACK_APP_TOKEN'],
    'SLACK_SIGNING_SECRET (or SLACK_APP_TOKEN, for Socket Mode) is needed for Slack.',
  );
  return {
    botToken: SLACK_BOT_TOKEN ?? '',
    apiUrl: SLACK_API_URL,
    ...(SLACK_SIGNING_SECRET !== undefined && { signingSecret: SLACK_SIGNING_SECRET }),
    ...(SLACK_APP_TOKEN !== undefined && { appToken: SLACK_APP_TOKEN }),
  };
}

/** Returns the default of DRAIN_SECONDS. A proxy or load balancer probes every few seconds; a person on this machine need not wait. */
export function usualDrain({ HOST = '', ALLOWED_HOSTS, TRUSTED_PROXIES = 0 }: Values): number {
  return LOOPBACK.test(HOST) && ALLOWED_HOSTS === undefined && TRUSTED_PROXIES === 0 ? 0 : 5;
}

const LOOPBACK = /^(127(\.\d{1,3}){3}|::1|localhost)$/;

/** Returns the settings of Teams; `undefined` when it is off. */
export function teamsOf(values: Values, need: Need, problems: string[]) {
  const {
    TEAMS_APP_ID,
    TEAMS_TENANT_ID,
    TEAMS_APP_PASSWORD,
    TEAMS_LOCAL,
    TEAMS_APP_TYPE: type,
    HOST = '',
  } = values;
  const given = TEAMS_APP_ID ?? TEAMS_TENANT_ID ?? TEAMS_APP_PASSWORD;
  if (TEAMS_LOCAL === true) {
    if (!LOOPBACK.test(HOST)) problems.push('TEAMS_LOCAL checks nobody: it needs HOST=127.0.0.1.');
    if (given !== undefined) problems.push('TEAMS_LOCAL and the other TEAMS settings exclude each other.');
    return { type: 'local' } as const;
  }
  if (given === undefined) return undefined;
  need(['TEAMS_APP_ID'], 'TEAMS_APP_ID is needed for Teams.');
  need(['TEAMS_TENANT_ID'], 'TEAMS_TENANT_ID is needed for Teams.');
  const ids = { appId: TEAMS_APP_ID ?? '', tenantId: TEAMS_TENANT_ID ?? '' };
  if (type === 'UserAssignedMSI') return { type, ...ids };
  need(
    ['TEAMS_APP_PASSWORD'],
    'TEAMS_APP_PASSWORD is needed for Teams, unless TEAMS_APP_TYPE=UserAssignedMSI.',
  );
  return { type: 'SingleTenant', ...ids, password: TEAMS_APP_PASSWORD ?? '' } as const;
}
