import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readAssets } from '../../adapters/web/assets.ts';
import { coreDigest } from '../../src/knowledge/code-digest.ts';
import { until } from '../until.ts';
import { FIXTURES } from '../fixtures/guidance.ts';
import { startWorld } from '../system/world/index.ts';
import { ROOT } from './kustomize.ts';
import { packagesWithoutLicence } from './licences.ts';

const ID = '00000000-0000-4000-8000-000000000000';

/** The bundle in a folder of its own: nothing of the repository is near it. */
describe('the bundle', () => {
  const folder = mkdtempSync(join(tmpdir(), 'build-'));
  const dist = join(folder, 'dist');
  const knowledge = join(folder, 'knowledge');
  const askedOfMachine: string[] = [];
  const machine = createServer((request, response) => {
    askedOfMachine.push(request.url ?? '');
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ access_token: 'test', expires_on: 4_102_444_800, token_type: 'Bearer' }));
  });
  let bot: ChildProcess;
  let base = '';

  beforeAll(async () => {
    execFileSync(process.execPath, [join(ROOT, 'scripts/build.mjs'), '--out', dist, '--untrained'], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    cpSync(FIXTURES, knowledge, { recursive: true });
    await once(machine.listen(0, '127.0.0.1'), 'listening');
    bot = spawn(process.execPath, [join(dist, 'main.js')], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        PATH: process.env['PATH'],
        NODE_NO_WARNINGS: '1',
        // Nobody outside is called.
        HTTPS_PROXY: 'http://127.0.0.1:9',
        NO_PROXY: '127.0.0.1',
        LOG_LEVEL: 'silent',
        PORT: '0',
        DATA_DIR: folder,
        KNOWLEDGE_DIR: knowledge,
        MODEL_CACHE_DIR: join(folder, 'model'),
        SLACK_BOT_TOKEN: 'xoxb-test',
        SLACK_SIGNING_SECRET: 'test',
        SLACK_API_URL: 'http://127.0.0.1:9/api/',
        TEAMS_APP_ID: ID,
        TEAMS_TENANT_ID: ID,
        TEAMS_APP_TYPE: 'UserAssignedMSI',
        // Where a machine in Azure gets its tokens.
        IDENTITY_ENDPOINT: `http://127.0.0.1:${(machine.address() as AddressInfo).port}/token`,
        IDENTITY_HEADER: 'test',
      },
    });
    const [printed] = (await once(bot.stdout ?? bot, 'data')) as [Buffer];
    base = /http:\/\/localhost:\d+/.exec(printed.toString())?.[0] ?? '';
  }, 90_000);

  afterAll(() => {
    bot.kill('SIGKILL');
    machine.close();
    rmSync(folder, { recursive: true });
  });

  const ready = async () =>
    (await (await fetch(`${base}/readyz`)).json()) as {
      channels: Record<string, string>;
      knowledge: { hash: string };
    };

  it('opens every channel', async () => {
    expect(Object.keys((await ready()).channels).sort()).toEqual(['slack', 'teams', 'web']);
  });

  it('answers in Slack and in Teams', async () => {
    const world = await startWorld({ MODEL_CACHE_DIR: join(folder, 'model') }, [join(dist, 'main.js')]);
    const reached = (host: string, text: string) =>
      until(() => world.reached.some((call) => call.host === host && call.body.includes(text)), host);
    try {
      await world.slack('mag ik thuiswerken?');
      await world.teams('mag ik thuiswerken?');
      await reached('hooks.slack.com', 'thuis');
      await reached('smba.trafficmanager.net', 'thuis');
    } finally {
      expect(await world.stop()).toBe(0);
    }
  }, 30_000);

  it('gets its token for Teams from the machine, with a managed identity', async () => {
    await until(() => askedOfMachine.length > 0, 'a question for a token');
    expect(askedOfMachine[0]).toContain(`client_id=${ID}`);
    expect(askedOfMachine[0]).toContain('resource=https%3A%2F%2Fapi.botframework.com');
  });

  it('answers on the page, with the same files as from source', async () => {
    const response = await fetch(`${base}/?vraag=thuiswerken`);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('</html>');
    for (const { address, body } of Object.values(readAssets())) {
      const served = await fetch(base + address);
      expect([address, served.status, (await served.arrayBuffer()).byteLength]).toEqual([
        address,
        200,
        body.length,
      ]);
    }
  });

  it('keeps its models under the digest of the code that it was built from', () => {
    const models = readdirSync(join(folder, 'model'));
    expect(models).not.toEqual([]);
    expect(models.filter((name) => !name.endsWith(`-${coreDigest()}.model`))).toEqual([]);
  });

  it('takes changed knowledge while it runs', async () => {
    const { hash } = (await ready()).knowledge;
    appendFileSync(join(knowledge, 'thuiswerken/vragen/vragen.yaml'), '# gewijzigd\n');
    await until(async () => (await ready()).knowledge.hash !== hash, 'the changed knowledge');
  }, 40_000);

  it.each(['ask', 'config', 'data', 'redactie', 'slack-manifest', 'teams-package'])(
    'brings the command %s',
    (name) => {
      const { stdout, stderr } = spawnSync(process.execPath, [join(dist, `${name}.js`), '--help'], {
        encoding: 'utf8',
      });
      expect(stdout + stderr).toMatch(/npm run/);
    },
  );

  it.each(['main', 'data'])('says in one line that a Node is too old, and reads nothing else: %s', (name) => {
    const older = 'data:text/javascript,Object.defineProperty(process,"versions",{value:{node:"20.1.0"}})';
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', older, join(dist, `${name}.js`), 'export'],
      { encoding: 'utf8' },
    );
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^Deze bot heeft Node 22\.19 of nieuwer nodig; dit is 20\.1\.0 [^\n]+\n$/);
  });

  it('lists its parts with their licences', () => {
    const { bomFormat, components } = JSON.parse(readFileSync(join(dist, 'sbom.cdx.json'), 'utf8')) as {
      bomFormat: string;
      components: { name: string; licenses?: unknown[] }[];
    };
    expect(bomFormat).toBe('CycloneDX');
    expect(components.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['@slack/bolt', 'botbuilder', 'pino']),
    );
    expect(components.filter(({ name }) => name === 'jest')).toEqual([]);
  });

  it('brings the licence text of every package that it has code or styles of', () => {
    expect(packagesWithoutLicence(readFileSync(join(dist, 'LICENCES.txt'), 'utf8'))).toEqual([]);
  }, 60_000);

  it('brings no sources, and of packages only what the page serves', () => {
    expect(readdirSync(dist, { recursive: true }).filter((name) => String(name).endsWith('.ts'))).toEqual([]);
    expect(readdirSync(join(dist, 'node_modules')).sort()).toEqual([
      '@nl-design-system-candidate',
      'adaptivecards',
    ]);
  });

  it('does not bring the editors’ workbench', () => {
    const code = readdirSync(dist).filter((name) => name.endsWith('.js'));
    const named = code.filter((name) => readFileSync(join(dist, name), 'utf8').includes('Werkbank'));
    expect(named).toEqual([]);
    const { status, stderr } = spawnSync(process.execPath, [join(dist, 'redactie.js')], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([2, expect.not.stringContaining('werkbank')]);
  });

  it('stops with 0 when it is asked to', async () => {
    const stopped = once(bot, 'exit');
    bot.kill('SIGTERM');
    expect(await stopped).toEqual([0, null]);
  }, 30_000);
});
