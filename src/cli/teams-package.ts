import { zipSync } from 'fflate';
import { readOptions, usageError } from './options.ts';
import { runCommand } from './run-command.ts';
import { writeOutput } from './write-output.ts';

const USAGE = `Usage: npm run teams:package -- --app-id ID --host HOST [--out FILE]
  --app-id  application (client) id of the Azure Bot, like 12345678-90ab-cdef-1234-567890abcdef
  --host    host name that the bot is served on, like bot.organisatie.nl
  --out     the file to write (handreiking-bot-teams.zip)
`;

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const HOST = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i;
const OPTIONS = {
  'app-id': { type: 'string' },
  host: { type: 'string' },
  out: { type: 'string', default: 'handreiking-bot-teams.zip' },
} as const;
/** Fixed, so that the same input gives the same file. */
const MODIFIED = new Date('2026-01-01T00:00:00Z');

async function main(): Promise<number> {
  const called = readOptions({ options: OPTIONS, usage: USAGE, language: 'en' });
  if (typeof called === 'number') return called;
  const { 'app-id': appId = '', host = '', out } = called.values;
  const mistakes = [
    ...(ID.test(appId) ? [] : ['--app-id must be an id like the one below.']),
    ...(HOST.test(host) ? [] : ['--host must be a host name alone, without https:// and without a path.']),
  ];
  if (mistakes.length > 0) return usageError(USAGE, mistakes);
  const { manifestsIn, packageFiles, packageProblems } = await import('../../adapters/teams/manifest.ts');
  const files = packageFiles({ appId, host });
  const problems = [...packageProblems(files), ...(await schemaProblems(manifestsIn(files)))];
  if (problems.length > 0) {
    process.stderr.write(`${problems.join('\n')}\n`);
    return 1;
  }
  writeOutput(out, zipSync({ ...files }, { level: 9, mtime: MODIFIED }), 'en');
  process.stdout.write(`${out}: upload it in the Teams admin center (docs/teams.md)\n`);
  return 0;
}

/** Problems against Microsoft's schema. Its check is in a development dependency; without that it is left out, with a line. */
async function schemaProblems(manifests: readonly object[]): Promise<string[]> {
  try {
    const { AppManifestUtils } = await import('@microsoft/app-manifest');
    type Manifest = Parameters<typeof AppManifestUtils.validateAgainstSchema>[0];
    const found = await Promise.all(
      manifests.map((manifest) => AppManifestUtils.validateAgainstSchema(manifest as Manifest)),
    );
    return found.flat();
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
    if (!isAbsent) throw error;
    process.stderr.write(
      'Not checked against the schema of Microsoft: @microsoft/app-manifest is not installed.\n',
    );
    return [];
  }
}

process.exitCode = await runCommand(main);
