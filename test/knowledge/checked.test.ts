import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { appendFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkedText, loadChecked, loadKnowledge } from '../../src/knowledge/index.ts';
import { FIXTURES } from '../fixtures/guidance.ts';
import { CHANNEL_TEXTS } from '../../src/cli/channel-texts.ts';

describe('knowledge that was checked when the bundle was made', () => {
  let folder = '';
  let knowledge = '';
  let place = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'checked-'));
    knowledge = join(folder, 'knowledge');
    place = join(folder, 'checked.json');
    cpSync(FIXTURES, knowledge, { recursive: true });
    writeFileSync(place, checkedText(knowledge, CHANNEL_TEXTS).replaceAll('huiswerken', 'HUISWERKEN'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const loaded = () => JSON.stringify(loadChecked(knowledge, CHANNEL_TEXTS, place));

  it('is used while the files are the same', () => {
    expect(loaded()).toContain('HUISWERKEN');
  });

  it('is the same as what is read from the files', () => {
    writeFileSync(place, checkedText(knowledge, CHANNEL_TEXTS));
    expect(loadChecked(knowledge, CHANNEL_TEXTS, place)).toEqual(
      loadKnowledge(knowledge, CHANNEL_TEXTS).knowledge,
    );
  });

  it('is not used when a file changed, or when it is damaged or absent', () => {
    appendFileSync(join(knowledge, 'thuiswerken/vragen/vragen.yaml'), '# gewijzigd\n');
    expect(loaded()).not.toContain('HUISWERKEN');
    writeFileSync(place, '{');
    expect(loaded()).not.toContain('HUISWERKEN');
    rmSync(place);
    expect(loaded()).not.toContain('HUISWERKEN');
  });
});
