import { createEmulator } from 'emulate';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Seed, View } from './emulator.ts';

/**
 * The emulator in a process of its own: it is ESM, which jest does not take. The package does not hand out its store,
 * so the plugin that fills it is watched. Says its address to its parent, and the views when it is asked for them.
 */
interface Store {
  readonly collection: (name: string) => { readonly all: () => View[] };
}
interface Plugin {
  register: (app: unknown, store: Store, ...rest: unknown[]) => unknown;
}

const folder = dirname(fileURLToPath(import.meta.resolve('emulate')));
const part = readdirSync(folder).find(
  (name) => /^dist-.*\.js$/.test(name) && /^ {2}slackPlugin$/m.test(readFileSync(join(folder, name), 'utf8')),
);
if (part === undefined) throw new TypeError('emulate has no Slack plugin where it had one');
const { slackPlugin } = (await import(pathToFileURL(join(folder, part)).href)) as { slackPlugin: Plugin };

let store: Store | undefined;
const register = slackPlugin.register.bind(slackPlugin);
slackPlugin.register = (app, given, ...rest) => {
  store = given;
  return register(app, given, ...rest);
};

const seed = JSON.parse(process.argv[2] ?? '') as Seed;
const { url } = await createEmulator({ service: 'slack', port: 0, seed: { slack: seed } });
if (store === undefined) throw new TypeError('emulate did not register its Slack plugin');
const kept = store;
process.on('message', () => process.send?.(kept.collection('slack.views').all()));
process.on('disconnect', () => process.exit());
process.send?.(url);
