import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { runCommand } from '../../src/cli/run-command.ts';
import { KnowledgeError } from '../../src/knowledge/index.ts';
import { ConfigError } from '../../src/settings/read.ts';
import { StartError } from '../../src/shared/start-error.ts';

let written = '';
beforeEach(() => {
  written = '';
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((written += String(text))));
});
afterEach(() => {
  jest.restoreAllMocks();
});

const failing = (error: Error) => () => {
  throw error;
};

describe('running a command', () => {
  it('returns its status', async () => {
    await expect(runCommand(() => 0)).resolves.toBe(0);
    await expect(runCommand(() => Promise.resolve(3))).resolves.toBe(3);
    expect(written).toBe('');
  });

  it.each([
    ['StartError', new StartError('Set PORT.'), 'Set PORT.\n'],
    ['ConfigError', new ConfigError(['Set PORT.']), 'The settings are not right:\n- Set PORT.\n'],
    [
      'KnowledgeError',
      new KnowledgeError([
        { kind: 'leeg', file: 'a.yaml', line: 3, message: 'Fout.', advice: 'Maak het goed.' },
      ]),
      'De kennis heeft 1 probleem:\n- a.yaml:3: Fout. Maak het goed.\n',
    ],
  ])('prints the advice of a %s without a stack trace, and fails', async (name, error, text) => {
    expect(error.name).toBe(name);
    await expect(runCommand(failing(error))).resolves.toBe(1);
    await expect(runCommand(() => Promise.reject(error), 2)).resolves.toBe(2);
    expect(written).toBe(text + text);
  });

  it('passes on an error of the program itself', async () => {
    await expect(runCommand(failing(new TypeError('a bug')))).rejects.toThrow('a bug');
    expect(written).toBe('');
  });
});
