import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHANNEL_TEXTS } from '../../../src/cli/channel-texts.ts';
import type { Labelled } from '../../../src/evaluation/index.ts';
import { createComparer } from '../../../src/workbench/engine/compare.ts';
import { createDirectory } from '../../../src/workbench/engine/directory.ts';
import { PUMP, QUESTIONS } from '../pump.ts';
import { SMALL } from '../serve.ts';

const ASKED = 'kan ik ergens een pomp lenen want mijn band is zacht';

describe('the comparer', () => {
  it('asks questions that are known beside the knowledge too, with the message before them', () => {
    const directory = createDirectory({ directory: SMALL, channelTexts: CHANNEL_TEXTS });
    const models = { read: () => undefined, write: () => undefined };
    const label = { style: 'plain', expect: 'answer' as const, sources: [], best: [] };
    const asked: Labelled[] = [
      { q: ASKED, ...label },
      { q: 'waarom?', after: ASKED, ...label },
    ];
    const text = readFileSync(join(SMALL, QUESTIONS), 'utf8');
    const versions = { before: new Map(), after: new Map([[QUESTIONS, text + PUMP]]) };
    const compare = (labelled: readonly Labelled[]) =>
      createComparer(directory, models, () => labelled).exactly(versions, 0, Infinity);
    const [plain, more] = [compare([]), compare(asked)];
    expect(more?.total).toBe((plain?.total ?? 0) + 2);
    const changes = more?.changes.filter(({ turns }) => turns.includes(ASKED));
    expect(changes?.map(({ turns, after }) => [turns.length, after.reply.entry, after.verdict])).toEqual([
      [1, 'fietsen-op-het-werk/pomp', 'unlabelled'],
      [2, 'fietsen-op-het-werk/pomp', 'unlabelled'],
    ]);
  });
});
