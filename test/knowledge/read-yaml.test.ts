import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import type { Problem } from '../../src/knowledge/problems.ts';
import { decode, MAX_FILE_BYTES, readYaml } from '../../src/knowledge/read-yaml.ts';

const read = (text: string, schema: z.ZodType = z.unknown()) => {
  const problems: Problem[] = [];
  return { file: readYaml({ file: 'f', text }, schema, problems), problems };
};

describe('reading YAML', () => {
  it.each([
    ['yes', 'yes'],
    ['True', true],
    ['~', null],
    ['007', 7],
    ['0o7', 7],
    ['0x1f', 31],
    ['1e3', 1000],
    ['1_000', '1_000'],
    ['2019-03-06', '2019-03-06'],
    ['12:30', '12:30'],
    ['<<', '<<'],
  ])('follows the core schema of YAML 1.2: %s', (written, value) => {
    expect(read(`a: ${written}\n`).file?.data).toEqual({ a: value });
  });

  it('returns what the schema makes of the data', () => {
    const schema = z.object({ a: z.string().trim(), b: z.array(z.string()).default([]) });
    expect(read('a: " x "\n', schema).file?.data).toEqual({ a: 'x', b: [] });
  });

  it('returns nothing beside a problem', () => {
    const { file, problems } = read('a: 1\n', z.object({ a: z.string() }));
    expect(file).toBeUndefined();
    expect(problems.map(({ line }) => line)).toEqual([1]);
  });
});

describe('the line of a path', () => {
  const { file } = read('# comment\n- id: x\n  list:\n    - one\n    - two\n- {id: y,\n  more: z}\n');

  it.each([
    [[], 2],
    [[0], 2],
    [[0, 'id'], 2],
    [[0, 'list'], 3],
    [[0, 'list', 1], 5],
    [[1], 6],
    [[1, 'more'], 7],
  ])('is the line of the item or the key: %j', (path, line) => {
    expect(file?.lineOf(path)).toBe(line);
  });

  it.each([
    [[0, 'absent'], 2],
    [[0, 'list', 9], 3],
    [[0, 'id', 'deeper'], 2],
    [[9, 'id'], 2],
  ])('is the line of the last step that exists, when the path goes on: %j', (path, line) => {
    expect(file?.lineOf(path)).toBe(line);
  });
});

describe('decoding a file', () => {
  const decoded = (bytes: Uint8Array) => {
    const problems: Problem[] = [];
    return { file: decode('f', bytes, problems), messages: problems.map(({ message }) => message) };
  };

  it('returns its text', () => {
    expect(decoded(new TextEncoder().encode('één'))).toEqual({
      file: { file: 'f', text: 'één' },
      messages: [],
    });
  });

  it.each([
    ['too large', new Uint8Array(MAX_FILE_BYTES + 1), 'Het bestand is groter dan 1 MB (1,0 MB).'],
    ['not UTF-8', Uint8Array.of(0xff), 'Het bestand is geen UTF-8-tekst.'],
    ['empty', new Uint8Array(), 'Het bestand is leeg.'],
  ])('returns a problem when it is %s', (_, bytes, message) => {
    expect(decoded(bytes)).toEqual({ file: undefined, messages: [message] });
  });
});
