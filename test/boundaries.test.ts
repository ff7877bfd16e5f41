import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { breaches, importsIn } from './import-rules.ts';
import type { SourceFile } from './import-rules.ts';

const ROOT = join(import.meta.dirname, '..');

function sourcesIn(folder: string): SourceFile[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((item) => item.isFile() && /\.[cm]?[jt]sx?$/.test(item.name))
    .map((item) => join(item.parentPath, item.name))
    .map((path) => ({ path: relative(ROOT, path).replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }));
}

describe('who may import whom (the table in the design)', () => {
  it('is kept by every file of src and adapters', () => {
    const files = [...sourcesIn('src'), ...sourcesIn('adapters')];
    expect(files.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['src/core/index.ts', 'src/main.ts', 'adapters/terminal/index.ts']),
    );
    expect(breaches(files)).toEqual([]);
  });
});

/** What is said of one file with this text. */
const said = (path: string, text: string) => breaches([{ path, text }]);
const use = (target: string) => `import { x } from '${target}';`;

describe('the rules', () => {
  it.each([
    ['src/core/ask.ts', './knowledge/model.ts'],
    ['src/core/match/inverted-index.ts', '../normalize.ts'],
    ['src/core/question/commands.ts', 'fuse.js'],
    ['src/knowledge/schema.ts', 'zod/v4'],
    ['src/knowledge/source.ts', 'node:crypto'],
    ['src/knowledge/load.ts', 'node:fs'],
    ['src/assistant/memory.ts', '../core/index.ts'],
    ['src/store/types.ts', 'kysely'],
    ['src/store/types.ts', 'node:sqlite'],
    ['src/evaluation/score.ts', '../core/match/confidence.ts'],
    ['src/evaluation/score.ts', '../assistant/index.ts'],
    ['src/cli/calibrate.ts', '../core/match/confidence.ts'],
    ['src/main.ts', '../adapters/terminal/index.ts'],
    ['adapters/terminal/index.ts', '../../src/core/index.ts'],
    ['adapters/terminal/index.ts', 'node:readline'],
    ['adapters/slack/index.ts', '@slack/bolt'],
    ['adapters/web/page.ts', 'hono/html'],
  ])('let %s import %s', (path, target) => {
    expect(said(path, use(target))).toEqual([]);
  });

  it.each([
    [
      'src/core/ask.ts',
      '../assistant/index.ts',
      'src/assistant/index.ts',
      'the core imports itself and fuse.js, js-yaml, yaml, zod',
    ],
    ['src/core/ask.ts', 'hono', 'hono', 'the core imports itself and fuse.js, js-yaml, yaml, zod'],
    ['src/core/ask.ts', 'node:fs', 'node:fs', 'the core does no I/O outside knowledge.ts'],
    [
      'src/knowledge/guidance.ts',
      'node:fs/promises',
      'node:fs/promises',
      'the core does no I/O outside knowledge.ts',
    ],
    [
      'src/core/ask.ts',
      '../../adapters/terminal/index.ts',
      'adapters/terminal/index.ts',
      'channels are imported by src/cli and src/main.ts',
    ],
    [
      'src/assistant/memory.ts',
      '../core/match/matcher.ts',
      'src/core/match/matcher.ts',
      "the assistant imports itself, the core's front door and its storage",
    ],
    [
      'src/assistant/memory.ts',
      '../config.ts',
      'src/settings/read.ts',
      "the assistant imports itself, the core's front door and its storage",
    ],
    ['src/evaluation/score.ts', '../cli/jsonl.ts', 'src/cli/jsonl.ts', 'nothing imports the commands'],
    [
      'src/evaluation/score.ts',
      '../server.ts',
      'src/server/index.ts',
      'evaluation imports itself, the core and the assistant',
    ],
    [
      'src/server/index.ts',
      '../adapters/slack/index.ts',
      'adapters/slack/index.ts',
      'channels are imported by src/cli and src/main.ts',
    ],
    [
      'src/main.ts',
      '../adapters/slack/index.ts',
      'adapters/slack/index.ts',
      'a channel that can be off is imported with import()',
    ],
    [
      'adapters/slack/index.ts',
      '../teams/card.ts',
      'adapters/teams/card.ts',
      'a channel imports itself, the two front doors, its own SDK and node:',
    ],
    [
      'adapters/slack/index.ts',
      '../../src/config.ts',
      'src/settings/read.ts',
      'a channel imports itself, the two front doors, its own SDK and node:',
    ],
    [
      'adapters/slack/index.ts',
      '../../src/core/ask.ts',
      'src/core/ask.ts',
      'a channel imports itself, the two front doors, its own SDK and node:',
    ],
    [
      'adapters/terminal/index.ts',
      '../../src/main.ts',
      'src/main.ts',
      'a channel imports itself, the two front doors, its own SDK and node:',
    ],
    ['adapters/matrix/index.ts', 'matrix-sdk', 'matrix-sdk', 'there is no rule for adapters/matrix yet'],
  ])('do not let %s import %s', (path, written, target, rule) => {
    expect(said(path, use(written))).toEqual([`${path} imports ${target}: ${rule}`]);
  });

  it('let the composition root import a channel when it is on, or only for its types', () => {
    const slack = '../adapters/slack/index.ts';
    expect(said('src/main.ts', `await import('${slack}'); import type { S } from '${slack}';`)).toEqual([]);
  });

  it('let the SDK of a channel into one file', () => {
    const bolt = use('@slack/bolt');
    expect(
      breaches([
        { path: 'adapters/slack/index.ts', text: bolt },
        { path: 'adapters/slack/render.ts', text: bolt },
        { path: 'src/cli/slack.ts', text: bolt },
        { path: 'adapters/teams/index.ts', text: use('botbuilder') },
      ]),
    ).toEqual([
      'adapters/slack/render.ts imports @slack/bolt: it is imported in one file of adapters/slack/ only',
      'src/cli/slack.ts imports @slack/bolt: it is imported in one file of adapters/slack/ only',
    ]);
  });
});

describe('the imports of a file', () => {
  it('are found in every form, and not in comments and strings', () => {
    const text = `
      import a from 'one';
      import type { B } from 'two';
      import { type C } from 'three';
      import 'four';
      export { d } from 'five';
      export type * from 'six';
      const e = await import('seven');
      const f: import('eight').F = require('nine');
      // import x from 'ten';
      const g = "import x from 'eleven'";
    `;
    expect(importsIn({ path: 'src/a.ts', text })).toEqual([
      { target: 'one', form: 'value' },
      { target: 'two', form: 'type' },
      { target: 'three', form: 'value' },
      { target: 'four', form: 'value' },
      { target: 'five', form: 'value' },
      { target: 'six', form: 'type' },
      { target: 'seven', form: 'dynamic' },
      { target: 'eight', form: 'type' },
      { target: 'nine', form: 'value' },
    ]);
  });
});
