import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The values that an organisation fills in. */
export interface PackageOptions {
  /** Application (client) id of the Azure Bot; also used as the id of the Teams app. */
  readonly appId: string;
  /** Host name that the bot is served on, without `https://`. */
  readonly host: string;
}

const NO_ID = '00000000-0000-0000-0000-000000000000';
const NO_HOST = 'bot.example.org';

const readOwnFile = (name: string) => readFileSync(join(import.meta.dirname, name));

/** The files of the app package that an administrator uploads in Teams, by name. */
export function packageFiles({ appId, host }: PackageOptions): Readonly<Record<string, Uint8Array>> {
  const manifest = readOwnFile('manifest.json')
    .toString('utf8')
    .replaceAll(NO_ID, appId.toLowerCase())
    .replaceAll(NO_HOST, host.toLowerCase());
  return {
    'manifest.json': Buffer.from(manifest),
    'en.json': readOwnFile('en.json'),
    'color.png': readOwnFile('icons/color.png'),
    'outline.png': readOwnFile('icons/outline.png'),
  };
}

/** The size of a PNG in pixels, from its first chunk; `undefined` for another file. https://www.w3.org/TR/png-3/#11IHDR */
export function pngSize(file: Uint8Array): { readonly width: number; readonly height: number } | undefined {
  const bytes = Buffer.from(file);
  if (
    bytes.length < 24 ||
    bytes.toString('latin1', 1, 4) !== 'PNG' ||
    bytes.toString('latin1', 12, 16) !== 'IHDR'
  )
    return undefined;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/apps-package#app-icons */
const ICON_SIZES: Readonly<Record<string, number>> = { 'color.png': 192, 'outline.png': 32 };

/** Problems for which Teams refuses a package, and that its schema does not find: wrong icon sizes, placeholders. */
export function packageProblems(files: Readonly<Record<string, Uint8Array>>): string[] {
  const icons = Object.entries(ICON_SIZES).flatMap(([name, wanted]) => {
    const size = pngSize(files[name] ?? Buffer.alloc(0));
    return size?.width === wanted && size.height === wanted
      ? []
      : [`${name} must be ${wanted} x ${wanted} pixels.`];
  });
  const text = Buffer.from(files['manifest.json'] ?? []).toString('utf8');
  const open = [NO_ID, NO_HOST].filter((name) => text.includes(name));
  return [...icons, ...open.map((name) => `The manifest still holds ${name}.`)];
}

/** The manifest, and the same with the translation applied: limits on names and titles hold for both. */
export function manifestsIn(files: Readonly<Record<string, Uint8Array>>): readonly [object, object] {
  const read = (name: string) => JSON.parse(Buffer.from(files[name] ?? []).toString('utf8')) as object;
  const translated = read('manifest.json');
  for (const [path, text] of Object.entries(read('en.json'))) {
    if (path === '$schema') continue;
    const steps = path.split(/[.[\]]+/).filter((step) => step !== '');
    const last = steps.pop() ?? '';
    const part = steps.reduce<unknown>((whole, step) => objectAt(whole, step), translated);
    if (isObject(part)) part[last] = text;
  }
  return [read('manifest.json'), translated];
}

function objectAt(whole: unknown, step: string): unknown {
  return isObject(whole) ? whole[step] : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
