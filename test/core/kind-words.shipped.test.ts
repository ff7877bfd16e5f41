import { beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { CHANNEL_TEXTS } from '../../src/cli/channel-texts.ts';
import { createAsker } from '../../src/core/index.ts';
import type { Asker } from '../../src/core/index.ts';
import { buildKnowledge, readFiles, SHIPPED_KNOWLEDGE } from '../../src/knowledge/index.ts';

const SMALL = join(import.meta.dirname, '../fixtures/small-guidance');
const METADATA = 'fietsen-op-het-werk/handreiking.yaml';

/** The shipped guidance and a protocol. */
function bothGuidances(slugs: readonly string[]): Asker {
  const files = new Map([...readFiles(SMALL).files, ...readFiles(SHIPPED_KNOWLEDGE).files]);
  const metadata = new TextDecoder().decode(files.get(METADATA));
  const renamed = metadata.replace(/^titel: .*/m, 'titel: Protocol fietsenstalling');
  files.set(METADATA, new TextEncoder().encode(renamed));
  return createAsker(buildKnowledge(files, slugs, CHANNEL_TEXTS).knowledge);
}

describe.each([
  ['second', ['online-communicatie', 'fietsen-op-het-werk']],
  ['first', ['fietsen-op-het-werk', 'online-communicatie']],
])('the kind word of the %s of two guidances', (_, slugs) => {
  let asker: Asker;
  beforeAll(() => {
    asker = bothGuidances(slugs);
  }, 120_000);

  it.each([
    'wat zegt het protocol over privé?',
    'staat er in het protocol iets over privé',
    'privé volgens het protocol',
    'protocol privé',
  ])('is no subject: %s', (text) => {
    expect(asker.ask({ text }).entry).toBe(asker.ask({ text: 'privé' }).entry);
  });
});
