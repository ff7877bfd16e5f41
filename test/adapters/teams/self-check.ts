import { createAssistant } from '../../../src/assistant/index.ts';
import { createAsker } from '../../../src/core/index.ts';
import type { Asker } from '../../../src/core/index.ts';
import { smallFile, smallKnowledge } from '../../core/small-knowledge.ts';
import { cardIn, partsOf } from './cards.ts';
import type { Received } from './connector.ts';
import { startTeams } from './harness.ts';
import { GROUP } from './inbound.ts';

type Part = Readonly<Record<string, unknown>>;
export type Data = Readonly<Record<string, unknown>>;

export const FIRST = 'Je fiets in een rek past.';
export const SECOND = 'Je fiets op slot staat.';
/** What the bot says to answers when each question has one. */
export const CONCLUSION = /zelfcheck_(?:overal_ja|anders)/;

/** The small guidance with these questions in its self-check, in Dutch or English. */
export function askerOf(questions: readonly string[] = [FIRST, SECOND], language = 'nl'): Asker {
  const source = smallFile('fietsen/bron.txt').replace(/ {2}• .*\n/g, '');
  const check = smallFile('fietsen/zelfcheck.yaml').replace(
    /vragen: .*/,
    `vragen: ${JSON.stringify(questions)}`,
  );
  const about = smallFile('fietsen/handreiking.yaml');
  const english = language === 'en';
  return createAsker(
    smallKnowledge({
      'fietsen/bron.txt': `${source}${questions.map((question) => `  • ${question}\n`).join('')}`,
      'fietsen/zelfcheck.yaml': english ? check.replace(/\nen:[^]*/, '\n') : check,
      'fietsen/handreiking.yaml': english ? `${about}taal: en\n` : about,
      ...(english && {
        'fietsen/vragen/vragen.yaml': `
- id: in-rek
  vraag: Where do I put my bicycle?
  varianten: [bicycle in a rack]
  antwoord: In a rack.
  citaten: [Zet je fiets in een rek.]
`,
        'fietsen/praktijkvragen/geen.yaml': undefined,
      }),
    }),
  );
}

const MESSAGE = {
  messagePayload: { body: { contentType: 'text', content: 'Zal ik dit plaatsen?' } },
};

/** What a person sees after the button, whichever way the client sends it, and what the bot sent besides. */
interface Shown {
  readonly card: unknown;
  readonly status: number;
  readonly sent: readonly Received[];
}

export const questionsIn = (card: unknown) => partsOf(card, 'Input.ChoiceSet');
export const chosenIn = (card: unknown) => questionsIn(card).map(({ value }) => value);
export const textOf = (card: unknown) =>
  partsOf(card, 'TextRun')
    .map(({ text }) => String(text))
    .join('\n');
/** The data that the button of a drawn self-check sends along with what was chosen. */
export const buttonIn = (card: unknown): Data => {
  const [button] = [...partsOf(card, 'Action.Execute'), ...partsOf(card, 'Action.Submit')].filter(
    ({ data }) => (data as Data)['check'] === true,
  );
  return (button?.['data'] ?? {}) as Data;
};
const idsOf = (card: unknown) => questionsIn(card).map(({ id }) => String(id));
/** What a client sends when these are chosen in a card, in the order of its questions. */
export const filled = (card: unknown, ...answers: readonly unknown[]): Data => ({
  ...buttonIn(card),
  ...Object.fromEntries(idsOf(card).map((id, place) => [id, answers[place]])),
});

/** A bot whose self-check can be drawn, sent in each way that a client has, and changed meanwhile. */
export async function startSelfCheck() {
  let current = askerOf();
  const asker: Pick<Asker, 'ask' | 'suggest' | 'entries' | 'language' | 'say' | 'sorry'> = {
    get entries() {
      return current.entries;
    },
    language: 'nl',
    ask: (question) => current.ask(question),
    suggest: (...what) => current.suggest(...what),
    say: (...what) => current.say(...what),
    sorry: (...what) => current.sorry(...what),
  };
  const teams = await startTeams(createAssistant({ asker, channel: 'teams' }));
  const invoke = async (name: string, value: object, more: object = {}) => {
    const { status, text, sent } = await teams.invoke(name, value, more);
    return { status, sent, body: (text === '' ? {} : JSON.parse(text)) as Record<string, Part> };
  };
  const asMessage = async (data: Data, more: object = {}): Promise<Shown> => {
    const { status, sent } = await teams.send({ text: undefined, value: data, replyToId: 'r9', ...more });
    return { status, sent, card: cardIn(sent) };
  };
  const inPlace = async (data: Data, more: object = {}): Promise<Shown> => {
    const action = { type: 'Action.Execute', verb: 'check', data };
    const { status, sent, body } = await invoke(
      'adaptiveCard/action',
      { action },
      { replyToId: 'r1', ...more },
    );
    return { status, sent, card: body['value'] };
  };
  const inDialog = async (data: Data, more: object = MESSAGE): Promise<Shown> => {
    const { status, sent, body } = await invoke('composeExtension/submitAction', { data, ...more });
    return { status, sent, card: (body['task']?.['value'] as Part | undefined)?.['card'] };
  };
  return {
    inPlace,
    asMessage,
    inDialog,
    /** A self-check that is drawn now. */
    drawn: async () => cardIn((await teams.send({ text: 'zelfcheck' })).sent),
    /** Lets other knowledge answer, as changed knowledge takes its place in a running bot. */
    change: (asker: Asker = askerOf()) => {
      current = asker;
    },
    stop: teams.stop,
  };
}

export type SelfCheckBot = Awaited<ReturnType<typeof startSelfCheck>>;

/** The ways in which answers reach the bot. */
export const WAYS = {
  'in the card itself': (bot, data) => bot.inPlace(data),
  'in the card itself, in a group': (bot, data) => bot.inPlace(data, { conversation: GROUP }),
  'in an old client': (bot, data) => bot.asMessage(data),
  'in an old client, in a group': (bot, data) => bot.asMessage(data, { conversation: GROUP }),
  'in the dialog': (bot, data) => bot.inDialog(data),
} as const satisfies Record<string, (bot: SelfCheckBot, data: Data) => Promise<Shown>>;
export const EACH_WAY = Object.entries(WAYS);
