import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { checklistIn } from '../../../src/core/index.ts';
import type { Asker, Reply, ReplyKind } from '../../../src/core/index.ts';
import { openCore, readReply } from './core.ts';
import type { ParityChannel, Reading } from './reading.ts';
import { startInSlack } from './slack.ts';
import { startInTeams } from './teams.ts';
import { startTerminal } from './terminal.ts';
import { startWeb } from './web.ts';

/** What a person types, or the choice of the last reply that is pressed; with the kind of reply it gets. */
export type Conversations = Readonly<Record<string, readonly (readonly [string | number, ReplyKind])[]>>;

/** What is asked to vote on, without related questions, which a channel may leave to the answer above; and for the self-check. */
interface Actions {
  readonly question: string;
  readonly selfCheck: string;
}

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
export function holdContract(makeAsker: () => Asker, conversations: Conversations, actions?: Actions): void {
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

    if (actions !== undefined)
      holdActions(
        () => asker,
        () => channel,
        actions,
      );
  });
}

/** Votes with their reasons, and the self-check: what follows says the same words everywhere. */
function holdActions(askerOf: () => Asker, channelOf: () => ParityChannel, actions: Actions): void {
  it('asks why an answer was not useful, and thanks for the reason', async () => {
    const [core, talk] = [openCore(askerOf())(), await channelOf().open()];
    const { entry = '' } = await core.type(actions.question);
    await talk.type(actions.question);
    const ends = (reply: Reply, read: Reading) => {
      const wanted = readReply(reply);
      expect(read.slice(-wanted.length)).toEqual(wanted);
    };
    ends(core.voteDown(entry), await talk.voteDown(entry));
    ends(core.explain(entry), await talk.explain());
  });

  it('concludes a self-check with the same words, and never with a verdict', async () => {
    const core = openCore(askerOf())();
    const check = await core.type(actions.selfCheck);
    const { entry = '' } = check;
    const { questions = [] } = checklistIn(check) ?? {};
    for (const answer of ['yes', 'no', 'doubt'] as const) {
      const filled = {
        entry,
        questions,
        answers: questions.map((_, at) => (at === 0 ? answer : 'yes')),
      } as const;
      const talk = await channelOf().open();
      await talk.type(actions.selfCheck);
      const wanted = readReply(core.fill(filled));
      const read = await talk.fill(filled);
      expect(read.slice(-wanted.length)).toEqual(wanted);
    }
  });
}
