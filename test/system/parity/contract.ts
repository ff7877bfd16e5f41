import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Asker, ReplyKind } from '../../../src/core/index.ts';
import { openCore, readReply } from './core.ts';
import type { ParityChannel } from './reading.ts';
import { startInSlack } from './slack.ts';
import { startInTeams } from './teams.ts';
import { startTerminal } from './terminal.ts';
import { startWeb } from './web.ts';

/** What a person types, or the choice of the last reply that is pressed; with the kind of reply it gets. */
export type Conversations = Readonly<Record<string, readonly (readonly [string | number, ReplyKind])[]>>;

const CHANNELS: Readonly<Record<string, (asker: Asker) => Promise<ParityChannel>>> = {
  Slack: startInSlack,
  Teams: startInTeams,
  'the web page': startWeb,
  'the terminal': startTerminal,
};

/**
 * Tests the contract of the channels: the same conversation says the same words in the same order, with the same choices.
 * Each channel is spoken to over its own protocol and read from its own payloads.
 */
export function holdContract(makeAsker: () => Asker, conversations: Conversations): void {
  jest.setTimeout(120_000);
  let asker: Asker;
  beforeAll(() => {
    asker = makeAsker();
  });

  describe.each(Object.entries(CHANNELS))('%s', (_, start) => {
    let channel: ParityChannel;
    beforeAll(async () => {
      channel = await start(asker);
    });
    afterAll(() => channel.stop());

    it.each(Object.entries(conversations))('says what the bot says: %s', async (_name, turns) => {
      const wanted = openCore(asker)();
      const talk = await channel.open();
      for (const [turn, kind] of turns) {
        const isTyped = typeof turn === 'string';
        const reply = await (isTyped ? wanted.type(turn) : wanted.press(turn));
        expect([turn, reply.kind]).toEqual([turn, kind]);
        const read = await (isTyped ? talk.type(turn) : talk.press(turn));
        expect(read).toEqual(readReply(reply));
        expect(read).not.toEqual([]);
      }
    });
  });
}
