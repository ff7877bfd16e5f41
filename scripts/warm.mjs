/**
 * Starts the bundle once with every channel, and stops it: what the matcher learned and what V8 compiled then stand in
 * the bundle's folder for all later starts, also where nothing can be written.
 *
 *     node scripts/warm.mjs DIR
 *
 * V8's part is only used by the same Node, at the same path, by the same user id: so an image does this for itself.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { clearTimeout, setTimeout } from 'node:timers';
import { FLAGS } from './flags.ts';

const [folder = 'dist'] = process.argv.slice(2);
const DIST = resolve(folder);
const GIVE_UP_MS = 180_000;
const ID = '00000000-0000-4000-8000-000000000000';

const slack = createServer((request, response) => {
  request.resume();
  response.setHeader('content-type', 'application/json');
  response.end('{"ok":true,"user_id":"U1","bot_id":"B1"}');
});
slack.listen(0, '127.0.0.1');
await once(slack, 'listening');

const begin = performance.now();
const bot = spawn(process.execPath, [...FLAGS, join(DIST, 'main.js')], {
  stdio: ['ignore', 'pipe', 'inherit'],
  env: {
    PATH: process.env.PATH,
    NODE_COMPILE_CACHE: join(DIST, '.compile-cache'),
    MODEL_CACHE_DIR: join(DIST, 'node_modules/.cache/handreiking-bot'),
    PORT: '0',
    LOG_LEVEL: 'silent',
    // Nothing of Microsoft is asked: its address leads nowhere.
    HTTPS_PROXY: 'http://127.0.0.1:9',
    NODE_NO_WARNINGS: '1',
    SLACK_BOT_TOKEN: 'xoxb-warm',
    SLACK_SIGNING_SECRET: 'warm',
    SLACK_API_URL: `http://127.0.0.1:${slack.address().port}/api/`,
    TEAMS_APP_ID: ID,
    TEAMS_TENANT_ID: ID,
    TEAMS_APP_PASSWORD: 'warm',
  },
});
const late = setTimeout(() => bot.kill('SIGKILL'), GIVE_UP_MS);
// It prints what is on when it listens.
bot.stdout.once('data', () => bot.kill('SIGTERM'));
bot.stdout.resume();
const [code, signal] = await once(bot, 'exit');
clearTimeout(late);
slack.closeAllConnections();
slack.close();
if (code !== 0) {
  console.error(`The bundle did not start and stop: ${signal ?? code}.`);
  process.exit(1);
}
console.log(`${DIST}: warmed up in ${((performance.now() - begin) / 1000).toFixed(1)} s`);
