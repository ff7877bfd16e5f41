import { SHIPPED_KNOWLEDGE } from '../knowledge/index.ts';
import { isEmpty } from './read.ts';
import type { Environment } from './read.ts';
import { SETTINGS } from './table.ts';
import type { Setting } from './values.ts';

/** Environment variables for outgoing connections, which Node itself reads. */
const OUTBOUND = {
  HTTPS_PROXY: {
    meaning: 'Proxy for calls to Slack and Microsoft (Node 24 or newer)',
    example: 'http://proxy.example.org:8080',
  },
  NO_PROXY: {
    meaning: 'Hosts that are called without the proxy, with commas between',
    example: 'localhost,.example.org',
  },
  NODE_EXTRA_CA_CERTS: {
    meaning: 'File with certificates (PEM) of authorities to trust besides the usual ones',
    example: '/etc/ssl/certs/organisation.pem',
  },
} as const satisfies Record<string, { readonly meaning: string; readonly example: string }>;

const SETTINGS_IN_ORDER = Object.entries<Setting>(SETTINGS);

/** Returns `.env.example`: every setting as a comment, with its meaning, default and an example. */
export function exampleText(): string {
  const settings = SETTINGS_IN_ORDER.map(([name, { meaning, example, secret, fallback, usual }]) => {
    const initial =
      fallback === SHIPPED_KNOWLEDGE ? 'what comes with the bot' : (fallback ?? usual ?? 'not set');
    const file = secret === true ? [`# or ${name}_FILE: a file that holds it`] : [];
    return [`# ${meaning}.`, `# Default: ${initial}`, ...file, `#${name}=${example}`].join('\n');
  });
  const outbound = Object.entries(OUTBOUND).map(
    ([name, { meaning, example }]) => `# ${meaning}.\n#${name}=${example}`,
  );
  const head = '# Settings of the bot. Made by: npm run config -- --example > .env.example';
  // Node ends an unquoted value at `#`, Compose fills in `$`, systemd takes `\` away.
  const quoting = '# Write a value with a #, $ or \\ between single quotes.';
  return `${[`${head}\n${quoting}`, ...settings, ...outbound].join('\n\n')}\n`;
}

/** Returns a line for each setting with its value; of a secret only whether it is set, and where. */
export function settingsText(env: Environment): string {
  const lines = SETTINGS_IN_ORDER.map(([name, { secret, fallback, usual }]) => {
    const direct = env[name];
    const file = secret === true ? env[`${name}_FILE`] : undefined;
    if (isEmpty(direct) || isEmpty(file)) return line(name, 'set, but empty');
    if (file !== undefined) return line(name, 'set, in a file');
    if (direct !== undefined) return line(name, secret === true ? 'set (hidden)' : direct.trim());
    const initial = fallback ?? usual;
    return line(name, initial === undefined ? 'off' : `${initial} (default)`);
  });
  // Node ignores empty ones. Hidden, because the address of a proxy can hold a password.
  const outbound = Object.keys(OUTBOUND).map((name) =>
    line(name, env[name] === undefined || isEmpty(env[name]) ? 'off' : 'set (hidden)'),
  );
  return `${[...lines, ...outbound].join('\n')}\n`;
}

function line(name: string, text: string): string {
  return `${name.padEnd(22)} ${text}`;
}
