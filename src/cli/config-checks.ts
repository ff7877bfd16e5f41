import { toCallError } from '../../adapters/slack/errors.ts';
import type { SlackSettings } from '../../adapters/slack/index.ts';
import { createNetwork } from '../../adapters/slack/network.ts';
import { at, textAt } from '../../adapters/slack/payload.ts';
import type { Credentials } from '../../adapters/teams/transport.ts';
import type { Config } from '../settings/read.ts';
import { formatProblem, KnowledgeError, loadKnowledge } from '../knowledge/index.ts';
import { NO_LOG } from '../shared/log.ts';
import { CallError } from '../shared/retry.ts';
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

const TIMEOUT_MS = 8_000;

/**
 * Tries everything that is on, with the code that the bot does it with: loads the knowledge, opens the database, and calls
 * Slack and Microsoft.
 */
export async function checkConfig(config: Config): Promise<readonly CheckResult[]> {
  return Promise.all([
    Promise.resolve(checkKnowledge(config.knowledge)),
    checkStore(config),
    ...(config.slack === undefined ? [] : [checkSlack(config.slack)]),
    ...(config.slack?.appToken === undefined ? [] : [checkSocket(config.slack, config.slack.appToken)]),
    ...(config.teams === undefined ? [] : [checkTeams(config.teams)]),
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

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
const DATABASE_CODES: Readonly<Record<string, string>> = {
  '28P01': 'the user or the password is wrong',
  '28000': 'this user or machine may not log in',
  '3D000': 'there is no such database',
  '42501': 'the user may not make tables there: it must own the database',
  '53300': 'it has too many connections',
};

async function checkStore({ storeLocation }: Config): Promise<CheckResult> {
  const part = 'database';
  if (storeLocation === undefined)
    return { part, outcome: 'skipped', text: 'none: what is kept is forgotten at a stop' };
  try {
    const store = await createStore(storeLocation, NO_LOG);
    const { reason } = store.health();
    await store.close();
    if (reason === undefined) return { part, outcome: 'good', text: 'it can be reached and used' };
    const words = DATABASE_CODES[reason];
    const why = words === undefined ? reason : `${reason}: ${words}`;
    return { part, outcome: 'bad', text: `it cannot be used (${why}); the bot would answer without it` };
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    return { part, outcome: 'bad', text: error.message };
  }
}

/** https://docs.slack.dev/reference/methods/auth.test */
function checkSlack({ apiUrl, botToken }: SlackSettings): Promise<CheckResult> {
  return callSlack('Slack bot token', `${apiUrl}auth.test`, botToken);
}

/**
 * Asks for the address of a socket, and opens none: Slack would send it events.
 * https://docs.slack.dev/reference/methods/apps.connections.open
 */
function checkSocket({ apiUrl }: SlackSettings, appToken: string): Promise<CheckResult> {
  return callSlack('Slack app token', `${apiUrl}apps.connections.open`, appToken);
}

async function callSlack(part: string, url: string, token: string): Promise<CheckResult> {
  const network = createNetwork(TIMEOUT_MS);
  try {
    const headers = { authorization: `Bearer ${token}` };
    const response = await network.fetch(url, { method: 'POST', headers, redirect: 'error' });
    if (!response.ok) throw new CallError(`HTTP ${response.status}`);
    const answer: unknown = await response.json();
    if (at(answer, 'ok') === true) return { part, outcome: 'good', text: 'Slack takes it' };
    const error = textAt(answer, 'error');
    // Anything that does not look like a code may be a secret.
    const code = /^\w{1,80}$/.test(error) ? error : 'unknown';
    return { part, outcome: 'bad', text: `Slack refuses it (${code})` };
  } catch (error) {
    return { part, outcome: 'bad', text: `Slack cannot be reached (${toCallError(error).reason})` };
  } finally {
    await network.close();
  }
}

async function checkTeams(teams: Credentials): Promise<CheckResult> {
  if (teams.type === 'local')
    return { part: 'Teams', outcome: 'skipped', text: 'TEAMS_LOCAL needs no sign-in' };
  const part = teams.type === 'SingleTenant' ? 'Teams client secret' : 'Teams managed identity';
  const { tokenProblem } = await import('../../adapters/teams/botbuilder.ts');
  const problem = await tokenProblem(teams, NO_LOG);
  return problem === undefined
    ? { part, outcome: 'good', text: 'Microsoft takes it' }
    : { part, outcome: 'bad', text: problem };
}
