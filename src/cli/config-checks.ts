import type { SlackSettings } from '../../adapters/slack/index.ts';
import type { Credentials } from '../../adapters/teams/transport.ts';
import type { Config } from '../settings/read.ts';
import { describe, KnowledgeError, loadKnowledge } from '../knowledge/index.ts';
import { stateOrAdvice } from '../store/index.ts';

/** What came out of trying a part; never a secret. `skipped` when it cannot be tried from here. */
export interface Checked {
  readonly part: string;
  readonly outcome: 'good' | 'bad' | 'skipped';
  readonly text: string;
}

/** Where Microsoft gives tokens; another one in tests. */
export interface Sites {
  readonly login: string;
}
const SITES: Sites = { login: 'https://login.microsoftonline.com' };
const PATIENCE = 8_000;
const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Tries everything that is on: the knowledge, the database, and whether Slack and Microsoft take what was set. */
export async function checkConfig(config: Config, sites: Sites = SITES): Promise<readonly Checked[]> {
  return Promise.all([
    Promise.resolve(checkKnowledge(config.knowledge)),
    checkStore(config),
    ...(config.slack === undefined ? [] : [checkSlack(config.slack)]),
    ...(config.slack?.appToken === undefined ? [] : [checkSocket(config.slack, config.slack.appToken)]),
    ...(config.teams === undefined ? [] : [checkTeams(config.teams, sites)]),
  ]);
}

function checkKnowledge(directory: string): Checked {
  const part = 'knowledge';
  try {
    const { knowledge, warnings } = loadKnowledge(directory);
    const titles = knowledge.guidances.map(({ title }) => title).join('; ');
    return { part, outcome: 'good', text: `${titles} (${knowledge.hash}), ${warnings.length} warnings` };
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error;
    const [first] = error.problems;
    const rest = error.problems.length - 1;
    const more = rest > 0 ? ` (and ${rest} more: npm run knowledge)` : '';
    return { part, outcome: 'bad', text: `${first === undefined ? '' : describe(first)}${more}` };
  }
}

async function checkStore(config: Config): Promise<Checked> {
  const part = 'database';
  if (config.storeLocation === undefined)
    return { part, outcome: 'skipped', text: 'none: what is kept is forgotten at a stop' };
  const store = await stateOrAdvice(config.storeLocation, SILENT);
  if (store === undefined) return { part, outcome: 'bad', text: 'it belongs to a newer release of the bot' };
  const { degraded } = store.health();
  await store.close();
  return degraded
    ? { part, outcome: 'bad', text: 'it cannot be reached or used; the bot would answer without it' }
    : { part, outcome: 'good', text: 'it can be reached and used' };
}

/** https://docs.slack.dev/reference/methods/auth.test */
function checkSlack({ apiUrl, botToken }: SlackSettings): Promise<Checked> {
  return callSlack('Slack bot token', `${apiUrl}auth.test`, botToken);
}

/** https://docs.slack.dev/reference/methods/apps.connections.open */
function checkSocket({ apiUrl }: SlackSettings, appToken: string): Promise<Checked> {
  return callSlack('Slack app token', `${apiUrl}apps.connections.open`, appToken);
}

async function callSlack(part: string, url: string, token: string): Promise<Checked> {
  const answer = await call(url, { authorization: `Bearer ${token}` });
  if (typeof answer === 'string')
    return { part, outcome: 'bad', text: `Slack cannot be reached (${answer})` };
  if (answer['ok'] === true) return { part, outcome: 'good', text: 'Slack takes it' };
  return { part, outcome: 'bad', text: `Slack refuses it (${wordOf(answer['error'])})` };
}

/** https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow */
async function checkTeams(teams: Credentials, { login }: Sites): Promise<Checked> {
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
  const answer = await call(`${login}/${teams.tenantId}/oauth2/v2.0/token`, {}, form);
  if (typeof answer === 'string')
    return { part, outcome: 'bad', text: `Microsoft cannot be reached (${answer})` };
  if (typeof answer['access_token'] === 'string')
    return { part, outcome: 'good', text: 'Microsoft takes it' };
  const code = /AADSTS\d+/.exec(wordOf(answer['error_description'], /[^]*/))?.[0];
  return { part, outcome: 'bad', text: `Microsoft refuses it (${code ?? wordOf(answer['error'])})` };
}

/** The JSON that came back; or in a word why nothing did. */
async function call(
  url: string,
  headers: Record<string, string>,
  body = new URLSearchParams(),
): Promise<Readonly<Record<string, unknown>> | string> {
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    const response = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'error' });
    const answer: unknown = await response.json();
    return typeof answer === 'object' && answer !== null ? { ...answer } : `HTTP ${response.status}`;
  } catch (error) {
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    if (cause instanceof Error && 'code' in cause) return String(cause.code);
    return cause instanceof Error ? cause.name : 'unknown';
  }
}

/** A code as platforms write them; anything else is not repeated. */
function wordOf(value: unknown, shape = /^[\w.-]{1,80}$/): string {
  return typeof value === 'string' && shape.test(value) ? value : 'unknown';
}
