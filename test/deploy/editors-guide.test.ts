import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { CHANNEL_TEXTS } from '../../src/cli/channel-texts.ts';
import { FACTS } from '../../src/core/reply/say.ts';
import { CORE_TEXTS } from '../../src/core/texts.ts';
import { guidanceSchema } from '../../src/knowledge/guidance-schema.ts';
import { formatProblem } from '../../src/knowledge/problems.ts';
import { buildKnowledge, severityOf, titleOf } from '../../src/knowledge/index.ts';
import { PROBLEM_KINDS } from '../../src/knowledge/kinds.ts';
import { checklistSchema, entrySchema, SCHEMAS } from '../../src/knowledge/schema.ts';
import { ROOT } from './kustomize.ts';
import { SHIPPED_BASE } from '../fixtures/guidance.ts';

const GUIDE = readFileSync(join(ROOT, 'knowledge/README.md'), 'utf8');

/** The examples of the guide, by the path in their first line; the text without a path is bron.txt. */
const EXAMPLES = new Map(
  [...GUIDE.matchAll(/^```(?:yaml|text)\n(?:# (\S+)\n)?([^]*?)^```$/gm)].map(([, path, text = '']) => [
    path ?? 'thuiswerken/bron.txt',
    text,
  ]),
);
const codes = [...GUIDE.replace(/^```[^]*?^```$/gm, '').matchAll(/`([^`\n]+)`/g)].map(
  ([, code = '']) => code,
);

/** The names of a schema at any depth. */
function namesIn(shape: unknown): string[] {
  if (typeof shape !== 'object' || shape === null) return [];
  const { properties = {}, propertyNames = {} } = shape as {
    readonly properties?: object;
    readonly propertyNames?: { readonly enum?: readonly string[] };
  };
  return [
    ...Object.keys(properties),
    ...(propertyNames.enum ?? []),
    ...Object.values(shape).flatMap(namesIn),
  ];
}
const schemaNames = Object.values(SCHEMAS).flatMap((schema) =>
  namesIn(z.toJSONSchema(schema, { io: 'input' })),
);

describe('the examples of the guide for editors', () => {
  it('are a guidance in which checking finds nothing', () => {
    const encoder = new TextEncoder();
    const files = new Map([
      ...Object.entries(SHIPPED_BASE),
      ...[...EXAMPLES].map(([path, text]) => [path, encoder.encode(text)] as const),
    ]);
    const { knowledge, warnings } = buildKnowledge(files, ['thuiswerken'], CHANNEL_TEXTS);
    expect(knowledge.guidances.map(({ slug }) => slug)).toEqual(['thuiswerken']);
    const own = warnings().filter(({ file }) => file.startsWith('thuiswerken/'));
    expect(own.map(formatProblem)).toEqual([]);
  });

  it.each([
    ['handreiking.yaml', Object.keys(guidanceSchema.shape)],
    ['zelfcheck.yaml', Object.keys(checklistSchema.shape).filter((name) => name !== 'negeer')],
    ['vragen/', Object.keys(entrySchema.shape)],
  ])('show every name of %s', (file, names) => {
    const text = [...EXAMPLES].flatMap(([path, own]) => (path.includes(file) ? [own] : [])).join('\n');
    expect(names.filter((name) => !new RegExp(`^(?:- |  )?${name}:`, 'm').test(text))).toEqual([]);
  });
});

describe('the tables of the guide for editors', () => {
  it.each([
    ['fout', 'Fouten'],
    ['waarschuwing', 'Waarschuwingen'],
    ['advies', 'Adviezen'],
  ])('have every kind of %s, with its heading', (severity, heading) => {
    const [, part = ''] = new RegExp(`^### ${heading}:(.*?)(?=^##|$(?![^]))`, 'ms').exec(GUIDE) ?? [];
    const rows = [...part.matchAll(/^\| `([a-z-]+)` +\| (.*?) +\| \S/gm)].map(([, kind, title]) => [
      kind,
      title,
    ]);
    expect(rows).toEqual(
      PROBLEM_KINDS.filter((kind) => severityOf(kind) === severity).map((kind) => [kind, titleOf(kind)]),
    );
  });

  it('explain every name of an entry', () => {
    const [, table = ''] = /^\| naam +\| wat je invult +\|\n([^]*?)\n\n/m.exec(GUIDE) ?? [];
    expect([...table.matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name)).toEqual(
      Object.keys(entrySchema.shape),
    );
  });
});

describe('what the guide for editors names', () => {
  it('is a command that exists, with options that it has', () => {
    const scripts = Object.keys(
      (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: object }).scripts,
    );
    const commands = codes.filter((code) => code.startsWith('npm '));
    expect(commands.length).toBeGreaterThan(10);
    expect(commands.flatMap((command) => wrongIn(command, scripts))).toEqual([]);
  });

  it('is a name that the files or the bot have', () => {
    const known = new Set<string>([
      ...schemaNames,
      ...PROBLEM_KINDS,
      ...Object.keys({ ...CORE_TEXTS, ...CHANNEL_TEXTS }),
      ...FACTS.map((name) => `{${name}}`),
      // Values, folders and programs; and words of examples.
      ...[
        'geen',
        'staat-er-niet-in',
        'gesprek',
        'niet-behandeld',
        'basis',
        'schema',
        'vragen',
        'thuiswerken',
        'redactie',
      ],
      ...['knowledge', 'ask', 'npm', 'cd', 'online-communicatie', 'bureaustoel', 'antwoord'],
    ]);
    const names = codes.filter((code) => /^(?:[a-z_-]+|\{\w+\})$/.test(code) && !code.startsWith('--'));
    expect(names.filter((name) => !known.has(name))).toEqual([]);
  });

  it('leads to a heading when it is a link within the guide', () => {
    const anchors = [...GUIDE.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
      title
        .toLowerCase()
        .replace(/[^\p{L}\d -]/gu, '')
        .replaceAll(' ', '-'),
    );
    const links = [...GUIDE.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor);
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((anchor) => !anchors.includes(anchor ?? ''))).toEqual([]);
  });
});

/** What a command has that does not exist: its script, the command for editors, or an option. */
function wrongIn(command: string, scripts: readonly string[]): string[] {
  const words = command.split(' ').filter((word) => word !== 'npm' && word !== 'run' && word !== '--silent');
  const [script = '', ...rest] = words;
  if (script === 'ci') return [];
  const name =
    script === 'knowledge' ? 'controle' : (rest.find((word) => /^[a-z]+$/.test(word)) ?? 'werkbank');
  const file =
    script === 'ask' ? 'src/cli/ask.ts' : script === 'start' ? 'src/main.ts' : `src/cli/redactie/${name}.ts`;
  if (!scripts.includes(script) || !existsSync(join(ROOT, file))) return [command];
  const source = readFileSync(join(ROOT, file), 'utf8');
  const options = rest.filter((word) => /^--\w/.test(word) && word !== '--help').map((word) => word.slice(2));
  return options
    .filter((option) => !source.includes(`${option}: { type:`))
    .map((option) => `${command}: ${option}`);
}
