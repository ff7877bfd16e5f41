import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readOptions } from '../../src/cli/options.ts';

const CLI = join(import.meta.dirname, '../../src/cli');
const OPTIONS = { why: { type: 'boolean' }, knowledge: { type: 'string' } } as const;
const USAGE = 'Gebruik: proef\n';
/** A word of Node's own errors. */
const OF_NODE = /Unknown option|argument missing|does not take|ERR_PARSE_ARGS|at .*\.ts:/;

let out = '';
let told = '';
beforeEach(() => {
  [out, told] = ['', ''];
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((out += String(text))));
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((told += String(text))));
});
afterEach(() => {
  jest.restoreAllMocks();
});

const read = (args: readonly string[], language: 'nl' | 'en' = 'nl', takesWords = false) =>
  readOptions({ options: OPTIONS, usage: USAGE, language, takesWords }, args);

describe('the options of a command', () => {
  it('are read, with words beside them where the command takes words', () => {
    expect(read(['--why', '--knowledge', 'map', 'mag', 'dit'], 'nl', true)).toMatchObject({
      values: { why: true, knowledge: 'map' },
      positionals: ['mag', 'dit'],
    });
    expect(read(['--', '--foo'], 'nl', true)).toMatchObject({ positionals: ['--foo'] });
  });

  it('are explained with --help', () => {
    expect(read(['--help'])).toBe(0);
    expect([out, told]).toEqual([USAGE, '']);
  });

  it.each([
    [['--foo'], 'De optie --foo bestaat niet.'],
    [['-w'], 'De optie -w bestaat niet.'],
    [['--toString'], 'De optie --toString bestaat niet.'],
    [['--knowlege', 'map'], 'De optie --knowlege bestaat niet. Bedoel je --knowledge?'],
    [['--knowledge'], 'Achter --knowledge moet nog iets staan.'],
    [['--knowledge='], 'Achter --knowledge moet nog iets staan.'],
    [['--knowledge', '--why'], 'Achter --knowledge moet nog iets staan.'],
    [['--why=ja'], 'Achter --why mag niets staan.'],
    [['mag'], 'Hier past “mag” niet: deze opdracht neemt alleen opties.'],
  ])('used wrongly end with 2, what is wrong and the explanation: %j', (args, problem) => {
    const takesWords = args.includes('map');
    expect(read(args, 'nl', takesWords)).toBe(2);
    expect([out, told]).toEqual(['', `${problem}\n\n${USAGE}`]);
  });

  it('are all reported at once, in the language of the command', () => {
    expect(read(['--foo', '--why=1', 'x', '--knowledge'], 'en')).toBe(2);
    expect(told.split('\n').slice(0, 4)).toEqual([
      'There is no option --foo.',
      'Nothing may follow --why.',
      '“x” has no place here: this command takes options only.',
      'Something must follow --knowledge.',
    ]);
  });
});

describe('every command with options', () => {
  const files = readdirSync(CLI).filter(
    (name) => name.endsWith('.ts') && /await runCommand\(main\b/.test(readFileSync(join(CLI, name), 'utf8')),
  );

  it.each(files)('says in its own words that an option does not exist: %s', (name) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(CLI, name), '--foo'], {
      encoding: 'utf8',
    });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^(De (optie|opdracht) --foo bestaat niet|There is no option --foo)\.\n\n\S/);
    expect(stderr).toContain('npm run');
    expect(stderr).not.toMatch(OF_NODE);
  });
});
