import { afterEach, describe, expect, it } from '@jest/globals';
import { knowledgeDirectory } from '../../src/cli/knowledge-option.ts';
import { SHIPPED_KNOWLEDGE } from '../../src/knowledge/index.ts';
import { runCli } from './run.ts';

const before = process.env['KNOWLEDGE_DIR'];
afterEach(() => {
  if (before === undefined) delete process.env['KNOWLEDGE_DIR'];
  else process.env['KNOWLEDGE_DIR'] = before;
});

describe('the knowledge directory', () => {
  it('is that of the option, else that of the settings, else the shipped one', () => {
    process.env['KNOWLEDGE_DIR'] = '/srv/kennis';
    expect(knowledgeDirectory('/tmp/kennis')).toBe('/tmp/kennis');
    expect(knowledgeDirectory(undefined)).toBe('/srv/kennis');
    delete process.env['KNOWLEDGE_DIR'];
    expect(knowledgeDirectory(undefined)).toBe(SHIPPED_KNOWLEDGE);
  });
});

describe('npm start', () => {
  it('takes the folder of --knowledge rather than KNOWLEDGE_DIR', () => {
    const { status, stderr } = runCli('../main', ['--knowledge', '/nergens'], { KNOWLEDGE_DIR: '/elders' });
    expect(status).toBe(1);
    expect(stderr).toContain('- /nergens: Deze map bestaat niet.');
  });

  it('refuses an option that it does not have', () => {
    const { status, stderr } = runCli('../main', ['--knowlege=kennis']);
    expect(status).toBe(2);
    expect(stderr).toContain('De optie --knowlege bestaat niet. Bedoel je --knowledge?');
  });
});
