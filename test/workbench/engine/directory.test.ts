import { describe, expect, it } from '@jest/globals';
import { CHANNEL_TEXTS } from '../../../src/cli/channel-texts.ts';
import { severityOf } from '../../../src/knowledge/index.ts';
import { createDirectory } from '../../../src/workbench/engine/directory.ts';
import { SMALL } from '../serve.ts';

describe('a directory with edits', () => {
  it('has the guidances that its files tell, also when its folder has another name', () => {
    const directory = createDirectory({ directory: SMALL, channelTexts: CHANNEL_TEXTS });
    const renamed = new Map(
      [...directory.read().files]
        .filter(([path]) => path.startsWith('fietsen-op-het-werk/'))
        .flatMap(([path, bytes]): [string, string | undefined][] => [
          [path, undefined],
          [path.replace('fietsen-op-het-werk', 'stalling'), new TextDecoder().decode(bytes)],
        ]),
    );
    const { problems, subject } = directory.check(renamed);
    expect(problems().filter(({ kind }) => severityOf(kind) === 'fout')).toEqual([]);
    expect(subject?.located.map(({ file }) => file)).toContain('stalling/vragen/stalling.yaml');
  });
});
