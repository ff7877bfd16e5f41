import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './kustomize.ts';

const PROGRAMS = ['src/main.ts', 'src/cli/teams-package.ts', 'src/cli/data.ts'];
const OPTIONS = ['--bundle', '--platform=node', '--format=esm', '--splitting', '--external:pg-native'];
/** Of the packages that the page serves files of. */
const SERVED = ['node_modules/adaptivecards', 'node_modules/@nl-design-system-candidate/link-css'];

/** Folders of packages with code in a bundle of our own making that have no licence text in `licences`. */
export function packagesWithoutLicence(licences: string): readonly string[] {
  const sections = licences.split(/^-{80}$/m);
  const folders = bundledPackages();
  if (folders.size < 100) throw new Error('the bundle has hardly any packages');
  return [...folders, ...SERVED].filter((path) => {
    const { name, version } = JSON.parse(readFileSync(join(ROOT, path, 'package.json'), 'utf8')) as {
      readonly name: string;
      readonly version: string;
    };
    const section = sections.find((text) => text.trim().startsWith(`${name} ${version} (`)) ?? '';
    return section.length < 500 || !/copyright|licen[cs]e/i.test(section);
  });
}

function bundledPackages(): ReadonlySet<string> {
  const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
  try {
    const made = join(folder, 'made.json');
    const places = [`--outdir=${join(folder, 'made')}`, `--metafile=${made}`, '--log-level=error'];
    execFileSync(join(ROOT, 'node_modules/.bin/esbuild'), [...PROGRAMS, ...OPTIONS, ...places], {
      cwd: ROOT,
    });
    const { outputs } = JSON.parse(readFileSync(made, 'utf8')) as {
      readonly outputs: Readonly<Record<string, { readonly inputs: object }>>;
    };
    const paths = Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs));
    return new Set(paths.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path) ?? []));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
