import { readdirSync, readFileSync } from 'node:fs';
import { join, matchesGlob, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { SHIPPED_KNOWLEDGE } from '../../src/knowledge/index.ts';
import { jsonSchemas } from '../../src/knowledge/json-schema.ts';

const FOLDER = join(SHIPPED_KNOWLEDGE, 'schema');
const made = jsonSchemas();

describe('the JSON Schemas for editors', () => {
  it('are one for each kind of file, and nothing else', () => {
    expect(readdirSync(FOLDER).sort()).toEqual(Object.keys(made).sort());
  });

  it.each(Object.entries(made))('are what the code checks now: %s', (name, text) => {
    // When this fails: npm run knowledge -- --schema
    expect(readFileSync(join(FOLDER, name), 'utf8')).toBe(text);
  });

  it('are what the files of every guidance point at, by a path that leads there', () => {
    const pointer = /^# yaml-language-server: \$schema=(.*)$/m;
    const pointers = readdirSync(SHIPPED_KNOWLEDGE, { recursive: true, withFileTypes: true })
      .filter(({ name }) => name.endsWith('.yaml'))
      .flatMap(({ parentPath, name }) => {
        const path = pointer.exec(readFileSync(join(parentPath, name), 'utf8'))?.[1];
        return path === undefined ? [] : [join(parentPath, path)];
      });
    expect(pointers.filter((path) => !Object.keys(made).some((name) => path === join(FOLDER, name)))).toEqual(
      [],
    );
  });

  it('are what Visual Studio Code takes for every file of the knowledge, exactly one each', () => {
    const root = join(SHIPPED_KNOWLEDGE, '..');
    const settings = JSON.parse(readFileSync(join(root, '.vscode/settings.json'), 'utf8')) as {
      readonly 'yaml.schemas': Readonly<Record<string, string>>;
    };
    const schemas = Object.entries(settings['yaml.schemas']);
    expect(schemas.map(([path]) => path).sort()).toEqual(
      Object.keys(made)
        .map((name) => `./knowledge/schema/${name}`)
        .sort(),
    );
    const files = readdirSync(SHIPPED_KNOWLEDGE, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => relative(root, join(SHIPPED_KNOWLEDGE, name)));
    const taken = (file: string) =>
      schemas.filter(([, glob]) => matchesGlob(file, glob)).map(([path]) => path);
    expect(files.filter((file) => taken(file).length !== 1)).toEqual([]);
  });
});
