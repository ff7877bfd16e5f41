import { describe, expect, it } from '@jest/globals';
import { SLACK_TEXTS } from '../../adapters/slack/texts.ts';
import { TEAMS_TEXTS } from '../../adapters/teams/texts.ts';
import type { TeamsAssistant } from '../../adapters/teams/texts.ts';
import { TERMINAL_TEXTS } from '../../adapters/terminal/texts.ts';
import { WEB_TEXTS } from '../../adapters/web/texts.ts';
import { CHANNEL_TEXTS } from '../../src/cli/channel-texts.ts';
import { CORE_TEXTS } from '../../src/core/index.ts';
import { buildKnowledge, KnowledgeError } from '../../src/knowledge/index.ts';
import { smallFiles } from '../core/small-knowledge.ts';

describe('the sentences of the channels', () => {
  it('have keys of their own: none is declared twice', () => {
    const declared = [CORE_TEXTS, SLACK_TEXTS, TEAMS_TEXTS, TERMINAL_TEXTS, WEB_TEXTS].flatMap((texts) =>
      Object.keys(texts),
    );
    expect(declared.sort()).toEqual(Object.keys({ ...CORE_TEXTS, ...CHANNEL_TEXTS }).sort());
  });

  it('are unknown to knowledge that is loaded without their channel', () => {
    const files = new Map(smallFiles().map(([path, text]) => [path, new TextEncoder().encode(text)]));
    const load = () => buildKnowledge(files, ['fietsen'], { ...TEAMS_TEXTS, ...WEB_TEXTS });
    expect(load).toThrow(KnowledgeError);
    expect(load).toThrow('De bot kent geen zin met de naam “slack_vraag”.');
  });

  it('are all that a channel can say besides those of the core', () => {
    const say: TeamsAssistant['say'] = (key) => key;
    expect(say('teams_zoek') + say('nuttig')).toBe('teams_zoeknuttig');
    // @ts-expect-error a misspelled key
    say('teams_zoekt');
    // @ts-expect-error a key of another channel
    say('slack_vraag');
  });
});
