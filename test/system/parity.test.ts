import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createAsker } from '../../src/core/index.ts';
import { loadKnowledge, SHIPPED_KNOWLEDGE } from '../../src/knowledge/index.ts';
import type { Asker, ReplyKind } from '../../src/core/index.ts';
import { createFileCache } from '../../src/knowledge/model-cache.ts';
import { openCore, readReply } from './parity/core.ts';
import type { ParityChannel } from './parity/reading.ts';
import { startInSlack } from './parity/slack.ts';
import { startInTeams } from './parity/teams.ts';
import { startTerminal } from './parity/terminal.ts';
import { startWeb } from './parity/web.ts';
import { CHANNEL_TEXTS } from '../../src/cli/channel-texts.ts';

/**
 * The contract of the channels: the same conversation says the same words in the same order, with the same choices.
 * Each channel is spoken to over its own protocol and read from its own payloads.
 */
jest.setTimeout(120_000);

/** What a person types, or the choice of the last reply that is pressed; with the kind of reply it gets. */
const CONVERSATIONS: Readonly<Record<string, readonly (readonly [string | number, ReplyKind])[]>> = {
  'an answer, and a related question': [
    ['mag ik twitteren?', 'answer'],
    [0, 'answer'],
  ],
  'choices, and one of them': [
    ['delen', 'choices'],
    [1, 'answer'],
  ],
  'what the guidance does not say': [['mag ik anoniem reageren?', 'silent']],
  'what was not understood, twice, and a topic': [
    ['recept voor appeltaart', 'unknown'],
    ['hoe laat vertrekt de trein', 'unknown'],
    [3, 'topics'],
  ],
  'small talk': [
    ['hallo', 'social'],
    ['dank je wel', 'social'],
  ],
  'follow-ups': [
    ['mag ik twitteren?', 'answer'],
    ['bron', 'answer'],
    ['uitleg', 'help'],
    [0, 'answer'],
  ],
  'the self-check': [['zelfcheck', 'checklist']],
  'the topics, and one of them': [
    ['onderwerpen', 'topics'],
    [1, 'topics'],
    [0, 'answer'],
  ],
  'help and about': [
    ['help', 'help'],
    ['over', 'about'],
  ],
  English: [
    ['may I tweet?', 'answer'],
    ['source', 'answer'],
    ['recipe for apple pie', 'unknown'],
    ['topics', 'topics'],
    ['checklist', 'checklist'],
    ['about', 'about'],
  ],
};

let asker: Asker;
beforeAll(() => {
  asker = createAsker(loadKnowledge(SHIPPED_KNOWLEDGE, CHANNEL_TEXTS).knowledge, createFileCache());
});

const CHANNELS: Readonly<Record<string, (asker: Asker) => Promise<ParityChannel>>> = {
  Slack: startInSlack,
  Teams: startInTeams,
  'the web page': startWeb,
  'the terminal': startTerminal,
};

describe.each(Object.entries(CHANNELS))('%s', (_, start) => {
  let channel: ParityChannel;
  beforeAll(async () => {
    channel = await start(asker);
  });
  afterAll(() => channel.stop());

  it.each(Object.entries(CONVERSATIONS))('says what the bot says: %s', async (_name, turns) => {
    const wanted = openCore(asker)();
    const talk = await channel.open();
    for (const [turn, kind] of turns) {
      const isTyped = typeof turn === 'string';
      const reply = await (isTyped ? wanted.type(turn) : wanted.press(turn));
      expect([turn, reply.kind]).toEqual([turn, kind]);
      const read = await (isTyped ? talk.type(turn) : talk.press(turn));
      expect(read).toEqual(readReply(reply).filter((item) => channel.takesVotes || !item.startsWith('<')));
      expect(read).not.toEqual([]);
    }
  });
});
