import type { SlackSettings } from '../../adapters/slack/index.ts';
import type { Credentials } from '../../adapters/teams/transport.ts';
import type { Config } from '../settings/read.ts';
import { formatProblem, KnowledgeError, loadKnowledge } from '../knowledge/index.ts';
import { NO_LOG } from '../shared/log.ts';
import { StartError } from '../shared/start-error.ts';
import { createStore } from '../store/index.ts';
import { CHANNEL_TEXTS } from './channel-texts.ts';

/** The outcome of trying one part of the settings; `text` never holds a secret. */
export interface CheckResult {
  readonly part: string;
  /** `skipped` when it cannot be tried from here. */
  readonly outcome: 'good' | 'bad' | 'skipped';
  readonly text: string;
}

/** Where Microsoft issues tokens; another address in tests. */
export interface Sites {
  readonly login: string;
}
const SITES: Sites = { login: 'https://login.microsoftonline.com' };
const TIMEOUT_MS = 8_000;

/** Tries everything that is on: loads the knowledge, opens the database, and calls Slack and Microsoft. */
export async function checkConfig(config: Config, sites: Sites = SITES): Promise<readonly CheckResult[]> {
  return Promise.all([
    Promise.resolve(checkKnowledge(config.knowledge)),
    checkStore(config),
    ...(config.slack === undefined ? [] : [checkSlack(config.slack)]),
    ...(config.slack?.appToken === undefined ? [] : [checkSocket(config.slack, config.slack.appToken)]),
    ...(config.teams === undefined ? [] : [checkTeams(config.teams, sites)]),
  ]);
}

function checkKnowledge(directory: string): CheckResult {
  const part = 'knowledge';
  try {
    const { knowledge, warnings } = loadKnowledge(directory, CHANNEL_TEXTS);
    const titles = knowledge.guidances.map(({ title }) => title).join('; ');
    return { part, outcome: 'good', text: `${titles} (${knowledge.hash}), ${warnings().length} warnings` };
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error;
    const [first] = error.problems;
    const rest = error.problems.length - 1;
    const more = rest > 0 ? ` (and ${rest} more: npm run knowledge)` : '';
    return { part, outcome: 'bad', text: `${first === undefined ? '' : formatProblem(first)}${more}` };
  }
}

async function checkStore({ storeLocation }: Config): Promise<CheckResult> {
  const part = 'database';
  if (storeLocation === undefined)
    return { part, outcome: 'skipped', text: 'none: what is kept is forgotten at a stop' };
  try {
    const store = await createStore(storeLocation, NO_LOG);
    const { degraded } = store.health();
    await store.close();
    return degraded
      ? { part, outcome: 'bad', text: 'it cannot be reached or used; the bot would answer without it' }
      : { part, outcome: 'good', text: 'it can be reached and used' };
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    return { part, outcome: 'bad', text: error.message };
  }
}

/** https://docs.slack.dev/reference/methods/auth.test */
function checkSlack({ apiUrl, botToken }: SlackSettings): Promise<CheckResult> {
  return callSlack('Slack bot token', `${apiUrl}auth.test`, botToken);
}

/** https://docs.slack.dev/reference/methods/apps.connections.open */
function checkSocket({ apiUrl }: SlackSettings, appToken: string): Promise<CheckResult> {
  return callSlack('Slack app token', `${apiUrl}apps.connections.open`, appToken);
}

async function callSlack(part: string, url: string, token: string): Promise<CheckResult> {
  const answer = await postForm(url, { authorization: `Bearer ${token}` });
  if (typeof answer === 'string')
    return { part, outcome: 'bad', text: `Slack cannot be reached (${answer})` };
  if (answer['ok'] === true) return { part, outcome: 'good', text: 'Slack takes it' };
  return { part, outcome: 'bad', text: `Slack refuses it (${errorCode(answer['error'])})` };
}

/** https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow */
async function checkTeams(teams: Credentials, { login }: Sites): Promise<CheckResult> {
  const part = 'Teams client secret';
  if (teams.type === 'local') return { part, outcome: 'skipped', text: 'TEAMS_LOCAL needs none' };
  if (teams.type === 'UserAssignedMSI')
    return { part, outcome: 'skipped', text: 'a managed identity is given by Azure, at the start' };
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: teams.appId,
    client_secret: teams.password,
    scope: 'https://api.botframework.com/.default',
  });
  const answer = await postForm(`${login}/${teams.tenantId}/oauth2/v2.0/token`, {}, form);
  if (typeof answer === 'string')
    return { part, outcome: 'bad', text: `Microsoft cannot be reached (${answer})` };
  if (typeof answer['access_token'] === 'string')
    return { part, outcome: 'good', text: 'Microsoft takes it' };
  const code = /AADSTS\d+/.exec(errorCode(answer['error_description'], /[^]*/))?.[0];
  return { part, outcome: 'bad', text: `Microsoft refuses it (${code ?? errorCode(answer['error'])})` };
}

/** The JSON object in the response to a POST; or the code of the error, as text. */
async function postForm(
  url: string,
  headers: Record<string, string>,
  body = new URLSearchParams(),
): Promise<Readonly<Record<string, unknown>> | string> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'error' });
    const answer: unknown = await response.json();
    return typeof answer === 'object' && answer !== null ? { ...answer } : `HTTP ${response.status}`;
  } catch (error) {
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    if (cause instanceof Error && 'code' in cause) return String(cause.code);
    return cause instanceof Error ? cause.name : 'unknown';
  }
}

/** An error code of a platform; `unknown` for anything that does not look like one, because it may be a secret. */
function errorCode(value: unknown, shape = /^[\w.-]{1,80}$/): string {
  return typeof value === 'string' && shape.test(value) ? value : 'unknown';
}
