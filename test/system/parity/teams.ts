import { randomUUID } from 'node:crypto';
import { createAssistant } from '../../../src/assistant/index.ts';
import { questionMark } from '../../../src/core/index.ts';
import type { Asker } from '../../../src/core/index.ts';
import { cardIn, partsOf } from '../../adapters/teams/cards.ts';
import type { CardJson } from '../../adapters/teams/connector.ts';
import { startTeams } from '../../adapters/teams/harness.ts';
import { choice, itemAt, vote, words } from './reading.ts';
import type { FilledIn, ParityChannel, Reading } from './reading.ts';

type Part = Readonly<Record<string, unknown>>;

/** Signed activities to the real adapter; cards as a connector gets them. */
export async function startInTeams(asker: Asker): Promise<ParityChannel> {
  const teams = await startTeams(createAssistant({ asker, channel: 'teams' }));
  const open = () => {
    const conversation = { id: `a:${randomUUID()}`, conversationType: 'personal' };
    let card: CardJson | undefined;
    const send = async (activity: object) => {
      card = cardIn((await teams.send({ conversation, ...activity })).sent);
      return readPart(card);
    };
    const vote = async (data: unknown) => {
      const action = { action: { type: 'Action.Execute', verb: 'vote', data } };
      const { text } = await teams.invoke('adaptiveCard/action', action, { replyToId: 'r1', conversation });
      card = itemAt(partsOf(JSON.parse(text), 'AdaptiveCard'), 0) as unknown as CardJson;
      return readPart(card);
    };
    return Promise.resolve({
      type: (text: string) => send({ text }),
      press: (place: number) => {
        const data = submitsIn(card).map((action) => action['data']);
        return send({ text: undefined, value: itemAt(data, place) });
      },
      voteDown: (entry: string) => vote({ vote: entry, useful: false, language: 'nl' }),
      explain: () => vote(itemAt(reasonsIn(card), 0)),
      // In a chat, which Teams keeps, the doubts are left out.
      fill: async ({ entry, questions, answers }: FilledIn) => {
        const chosen = answers.map((answer, place) => [`answer${place}`, answer] as const);
        const data = {
          ...{ check: true, entry, language: 'nl', asked: questions.map(questionMark) },
          ...Object.fromEntries(chosen),
        };
        const { text } = await teams.invoke('composeExtension/submitAction', { data });
        return readPart(partsOf(JSON.parse(text), 'AdaptiveCard'));
      },
    });
  };
  return { open, stop: teams.stop };
}

const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null;

/** What is drawn, in order. How the self-check is filled in is only of Teams. */
function readPart(part: unknown): Reading {
  if (Array.isArray(part)) return part.flatMap(readPart);
  if (!isPart(part)) return [];
  const text = (name: string) => String(part[name]);
  switch (part['type']) {
    case 'Container':
      return isPart(part['selectAction']) ? readPart(part['selectAction']) : readPart(part['items']);
    case 'TextBlock':
      // Where the link of a citation leads is of the channel.
      return words(text('text').replace(/\]\(([^)]*)\)/g, part['isSubtle'] === true ? ']' : ' $1'));
    case 'TextRun':
      return words(text('text'));
    case 'Input.ChoiceSet':
      return words(text('label').replace(/^\d+\. /, ''));
    case 'Action.Submit':
      return [choice(text('title'))];
    case 'Action.Execute':
      return part['verb'] === 'vote' ? [vote(text('title'))] : [];
    case 'Action.OpenUrl':
      return [...words(text('title')), ...words(text('url'))];
    default:
      return readPart(part['body'] ?? part['inlines'] ?? part['actions']);
  }
}

/** The data of the buttons that give a reason. */
function reasonsIn(card: unknown): unknown[] {
  return partsOf(card, 'Action.Execute')
    .map(({ data }) => data)
    .filter((data) => isPart(data) && data['reason'] !== undefined);
}

function submitsIn(part: unknown): Part[] {
  if (Array.isArray(part)) return part.flatMap(submitsIn);
  if (!isPart(part) || part['type'] === 'Action.Execute') return [];
  return part['type'] === 'Action.Submit' ? [part] : submitsIn(Object.values(part));
}
