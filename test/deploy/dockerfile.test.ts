import { describe, expect, it } from '@jest/globals';
import { validate } from 'dockerfile-utils';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { NODE_FLAGS } from '../../scripts/node-flags.ts';
import { SETTINGS } from '../../src/settings/table.ts';
import { ROOT } from './kustomize.ts';

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const { version } = JSON.parse(read('package.json')) as { version: string };

describe('the Dockerfile', () => {
  const text = read('Dockerfile');
  const [, last = ''] = text.split(/^FROM scratch$/m);

  it('is without faults and deprecated instructions', () => {
    expect(validate(text)).toEqual([]);
  });

  it('pins its base by a tag, and by a digest when given', () => {
    expect(text).toContain('ARG NODE_TAG=24-bookworm-slim');
    expect(text).toContain('FROM docker.io/library/node:${NODE_TAG}${NODE_DIGEST} AS build');
    expect(text).not.toMatch(/latest/i);
  });

  it('ships only what was made: no shell command runs in the last stage', () => {
    expect(last).not.toMatch(/^RUN/m);
    expect(last.match(/^COPY.*$/gm)).toEqual(['COPY --from=build /image/ /']);
  });

  it('brings the licences of Node and of the libraries that it is linked with', () => {
    expect(text).toContain('/usr/share/doc/$package/copyright');
    expect(text).toContain('cp /usr/local/LICENSE $root/usr/share/doc/node');
  });

  it('runs as 10001, is looked at, and passes signals on', () => {
    expect(last).toMatch(/^USER 10001:10001$/m);
    expect(last).toMatch(/^HEALTHCHECK /m);
    expect(last).toMatch(/^ENTRYPOINT \["\/usr\/local\/bin\/node"/m);
  });

  it('starts the bot with the measured flags, like the unit for systemd', () => {
    expect(last).toContain(
      `ENTRYPOINT ${JSON.stringify(['/usr/local/bin/node', ...NODE_FLAGS]).replaceAll(',', ', ')}`,
    );
    expect(read('deploy/handreiking-bot.service')).toContain(
      `ExecStart=/usr/bin/node ${NODE_FLAGS.join(' ')} `,
    );
  });

  it('sets only settings that exist', () => {
    const names = [...last.matchAll(/^\s*(?:ENV )?([A-Z_]+)=/gm)].map(([, name = '']) => name);
    expect(names.filter((name) => !name.startsWith('NODE_'))).toEqual(['HOST', 'PORT']);
    expect(Object.keys(SETTINGS)).toEqual(expect.arrayContaining(['HOST', 'PORT']));
  });
});

/** Each file that sets something for the bot, with a value for each line that is switched off in it. */
describe.each([
  ['Dockerfile', /^\s*(?:ENV )?([A-Z][A-Z_]+)=(.*?)\s*\\?$/],
  ['.env.example', /^#?([A-Z][A-Z_]+)=(.*)$/],
  ['deploy/compose.yaml', /^\s*#?\s*-?\s*([A-Z][A-Z_]+)[:=](.*)$/],
  ['deploy/kubernetes/base/settings.yaml', /^\s*#?\s*([A-Z][A-Z_]+):(.*)$/],
  ['deploy/kubernetes/overlay/settings.yaml', /^\s*#?\s*([A-Z][A-Z_]+):(.*)$/],
])('what %s sets', (path, line) => {
  it('is never empty, nor what a shell may leave empty', () => {
    const values = read(path)
      .split('\n')
      .flatMap((text) => line.exec(text)?.[2] ?? []);
    expect(values.length).toBeGreaterThan(1);
    for (const value of values) expect(value).toMatch(/[\w/.]/);
    expect(values.filter((value) => value.includes('$'))).toEqual([]);
  });
});

describe('the compose file', () => {
  const { services } = parse(read('deploy/compose.yaml')) as {
    services: { bot: Record<string, unknown> & { environment: Record<string, string> } };
  };

  it('gives the bot no rights, bounds and this version', () => {
    expect(services.bot).toMatchObject({
      image: `handreiking-bot:${version}`,
      read_only: true,
      user: '10001:10001',
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      mem_limit: '640m',
    });
  });

  it('serves this host only, for a proxy in front, with settings that exist', () => {
    expect(services.bot['ports']).toEqual(['127.0.0.1:3978:3978', '127.0.0.1:9464:9464']);
    expect(Object.keys(services.bot.environment).filter((name) => !(name in SETTINGS))).toEqual([]);
  });
});
