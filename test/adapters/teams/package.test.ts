import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { unzipSync } from 'fflate';
import { manifestsIn, packageFiles, packageProblems, pngSize } from '../../../adapters/teams/manifest.ts';
import { COMMANDS } from '../../../adapters/teams/welcome.ts';
import { createAsker } from '../../../src/core/index.ts';
import { loadKnowledge, SHIPPED_KNOWLEDGE } from '../../../src/knowledge/index.ts';
import { createFileCache } from '../../../src/knowledge/model-cache.ts';
import { CHANNEL_TEXTS } from '../../../src/cli/channel-texts.ts';

const ROOT = join(import.meta.dirname, '../../..');
const PLACE = { appId: '12345678-90AB-4def-8234-567890abcdef', host: 'Bot.Organisatie.nl' };
const SCHEMAS = join(ROOT, 'node_modules/@microsoft/app-manifest/build/json-schemas/teams/v1.25');
const folder = mkdtempSync(join(tmpdir(), 'teams-package-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

interface Manifest {
  readonly bots: readonly [
    { readonly commandLists: readonly [{ readonly commands: readonly { readonly title: string }[] }] },
  ];
}

/** By Microsoft's own library, which jest cannot load: it is asked in a process of its own. */
function faultsOf(manifest: object): unknown {
  const script = `import { AppManifestUtils } from '@microsoft/app-manifest';
    import { readFileSync } from 'node:fs';
    const manifest = JSON.parse(readFileSync(0, 'utf8'));
    console.log(JSON.stringify(await AppManifestUtils.validateAgainstSchema(manifest)));`;
  const input = JSON.stringify(manifest);
  const options = { cwd: ROOT, encoding: 'utf8', input } as const;
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', script], options));
}

const json = (file: Uint8Array | undefined) =>
  JSON.parse(Buffer.from(file ?? []).toString('utf8')) as unknown;
const run = (...args: string[]) =>
  spawnSync(process.execPath, ['src/cli/teams-package.ts', ...args], { cwd: ROOT, encoding: 'utf8' });

describe('the app package', () => {
  const files = packageFiles(PLACE);
  const manifest = json(files['manifest.json']) as Manifest;

  it('has a manifest that fits the official schema', () => {
    expect(faultsOf(manifest)).toEqual([]);
    expect(faultsOf({ ...manifest, icons: undefined })).not.toEqual([]);
  });

  it('has an English translation that fits the official schema, and of things that are there', () => {
    const schema = JSON.parse(
      readFileSync(join(SCHEMAS, 'MicrosoftTeams.Localization.schema.json'), 'utf8'),
    ) as Record<string, unknown>;
    delete schema['$schema'];
    delete schema['id'];
    const fits = new Ajv({ strict: false, logger: false, unicodeRegExp: false }).compile(schema);
    const english = json(files['en.json']) as Record<string, string>;
    expect([fits(english), fits.errors]).toEqual([true, null]);
    for (const path of Object.keys(english).filter((name) => name !== '$schema')) {
      const found = path
        .split(/[.[\]]+/)
        .filter((step) => step !== '')
        .reduce<unknown>((part, step) => (part as Record<string, unknown> | undefined)?.[step], manifest);
      expect([path, typeof found]).toEqual([path, 'string']);
    }
  });

  it('keeps to the limits of Teams in English too', () => {
    const [, english] = manifestsIn(files);
    expect(english).toMatchObject({ composeExtensions: [{ commands: [{ title: 'Find a quote' }, {}] }] });
    expect(faultsOf(english)).toEqual([]);
    const long = Buffer.from(JSON.stringify({ 'name.short': 'a'.repeat(31) }));
    const [dutch, wrong] = manifestsIn({ ...files, 'en.json': long });
    expect(faultsOf(dutch)).toEqual([]);
    expect(faultsOf(wrong)).not.toEqual([]);
  });

  it('is filled in with the id and the host, in small letters', () => {
    expect(manifest).toMatchObject({
      id: PLACE.appId.toLowerCase(),
      bots: [{ botId: PLACE.appId.toLowerCase(), scopes: ['personal', 'team', 'groupChat'] }],
      validDomains: ['bot.organisatie.nl'],
    });
    expect(packageProblems(files)).toEqual([]);
  });

  it('offers commands that the bot knows, in both languages', () => {
    const asker = createAsker(loadKnowledge(SHIPPED_KNOWLEDGE, CHANNEL_TEXTS).knowledge, createFileCache());
    const english = Object.entries(json(files['en.json']) as Record<string, string>)
      .filter(([path]) => /^bots.*title$/.test(path))
      .map(([, title]) => title);
    const dutch = manifest.bots[0].commandLists[0].commands.map(({ title }) => title);
    for (const [language, titles] of [
      ['nl', dutch],
      ['en', english],
    ] as const) {
      expect(titles).toHaveLength(6);
      for (const text of [...titles, ...Object.values(COMMANDS[language])])
        expect([text, asker.explain({ text }).decision]).toEqual([text, 'command']);
      for (const text of titles)
        expect([text, asker.ask({ text, previous: { language } }).language]).toEqual([text, language]);
    }
  });

  it('has icons of the sizes that Teams asks for', () => {
    expect(pngSize(files['color.png'] ?? Buffer.alloc(0))).toEqual({ width: 192, height: 192 });
    expect(pngSize(files['outline.png'] ?? Buffer.alloc(0))).toEqual({ width: 32, height: 32 });
  });

  it('with an icon of another size, or not filled in, is a problem', () => {
    expect(packageProblems({ ...files, 'color.png': files['outline.png'] ?? Buffer.alloc(0) })).toEqual([
      'color.png must be 192 x 192 pixels.',
    ]);
    expect(pngSize(Buffer.from('<svg/>'))).toBeUndefined();
    const open = { ...files, 'manifest.json': readFileSync(join(ROOT, 'adapters/teams/manifest.json')) };
    expect(packageProblems(open)).toHaveLength(2);
  });
});

describe('npm run teams:package', () => {
  it('writes the same valid zip each time', () => {
    const [one, other] = ['one.zip', 'other.zip'].map((name) => {
      const out = join(folder, name);
      execFileSync(
        process.execPath,
        ['src/cli/teams-package.ts', '--app-id', PLACE.appId, '--host', PLACE.host, '--out', out],
        { cwd: ROOT },
      );
      return readFileSync(out);
    });
    expect(one).toEqual(other);
    expect(Object.keys(unzipSync(one ?? Buffer.alloc(0)))).toEqual([
      'manifest.json',
      'en.json',
      'color.png',
      'outline.png',
    ]);
  });

  it('says in a line that the file cannot be written', () => {
    const out = join(folder, 'nergens', 'x.zip');
    const { status, stderr } = run('--app-id', PLACE.appId, '--host', PLACE.host, '--out', out);
    expect([status, stderr]).toEqual([1, `${out} cannot be written (ENOENT).\n`]);
  });

  it.each([
    [[]],
    [['--app-id', 'geen-id', '--host', 'bot.organisatie.nl']],
    [['--app-id', PLACE.appId, '--host', 'https://bot.organisatie.nl/']],
    [['--app-id', PLACE.appId, '--host', 'localhost']],
    [['--onbekend']],
  ])('tells how to use it when asked wrongly: %j', (args) => {
    const { status, stderr } = run(...args);
    expect(status).toBe(2);
    expect(stderr).toContain('Usage: npm run teams:package');
  });
});
