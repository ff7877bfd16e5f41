import { randomUUID } from 'node:crypto';
import type { World } from '../world/index.ts';
import { times } from './numbers.ts';
import type { Step } from './numbers.ts';

const QUESTION = 'hoe vaak neem ik pauze?';
const PAGES = ['/', '/onderwerpen', '/zelfcheck', '/over', '/vraag/pauzes'];
/** A browser that goes to an address. */
const VISIT = { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const JSON_TYPE = { 'content-type': 'application/json' };

const asked = ({ send }: World, fields: object) => send('/api/vraag', JSON_TYPE, JSON.stringify(fields));
/** What a browser without JavaScript does: it follows the redirect to the answer. */
const submitted = async ({ send }: World, path: string, fields: Record<string, string>) => {
  const sent = await send(path, FORM, new URLSearchParams(fields).toString());
  return sent.location === undefined ? sent : send(sent.location, VISIT);
};
const gesprek = randomUUID();
const voted = ({ send }: World, antwoord: string, nuttig = 'ja') =>
  send('/api/stem', JSON_TYPE, JSON.stringify({ gesprek, antwoord, nuttig }));

/** Messages of one person here: 10. */
export const WEB: readonly Step[] = [
  {
    name: 'what is typed at each of three pauses before a question, of which one fits nothing',
    run: ({ send }) =>
      times(3, (place) => {
        const vraag = ['hoe', 'hoe vaak', 'qwzx'][place];
        return send('/api/suggesties', JSON_TYPE, JSON.stringify({ vraag }));
      }),
    counts: { 'suggestion found': 2, 'suggestion none': 1 },
    sent: 0,
  },
  {
    name: 'the first page that anybody opens, and every page after it',
    run: async ({ send }) =>
      (await times(20, () => times(PAGES.length, (place) => send(PAGES[place] ?? '', VISIT)))).flat(),
    counts: {},
    sent: 0,
  },
  {
    name: 'the heads of pages, also of one that would ask something',
    run: async ({ send }) => {
      const paths = [...PAGES, `/?vraag=${encodeURIComponent(QUESTION)}`];
      return times(paths.length, (place) => send(paths[place] ?? '', VISIT, undefined, 'HEAD'));
    },
    counts: {},
    sent: 0,
  },
  {
    name: 'pages that do not exist, and requests that are refused',
    run: async (world) => [
      await world.get('/vraag/bestaat-niet'),
      await world.get('/weg'),
      await asked(world, { vraag: 1 }),
      await submitted(world, '/', {}),
      await world.send('/api/vraag', { ...JSON_TYPE, 'sec-fetch-site': 'cross-site' }, '{"vraag":"help"}'),
      await world.send('/over', {}, undefined, 'DELETE'),
    ],
    statuses: [404, 404, 400, 400, 403, 405],
    counts: {},
    sent: 0,
  },
  {
    name: 'a question with and without JavaScript, and with an address',
    run: async (world) => [
      await asked(world, { vraag: QUESTION }),
      await submitted(world, '/', { vraag: QUESTION }),
      await world.send(`/?vraag=${encodeURIComponent(QUESTION)}`, VISIT),
    ],
    counts: { 'question answer': 3, 'press first': 1 },
    sent: 3,
  },
  {
    name: 'a follow-up on the page of an entry',
    run: async (world) => [await submitted(world, '/', { vraag: 'bron', antwoord: 'pauzes' })],
    counts: { 'question answer': 1, 'press first': 1 },
    sent: 1,
  },
  {
    name: 'a question that is not understood',
    run: async (world) => [await asked(world, { vraag: 'recept voor appeltaart' })],
    counts: { 'question unknown': 1 },
    sent: 1,
  },
  {
    name: 'a button with an entry, and one with a command',
    run: async (world) => [
      await asked(world, { keuze: 'entry:pauzes', gesprek }),
      await submitted(world, '/', { keuze: 'zelfcheck', gesprek }),
    ],
    counts: { 'button answer': 1, 'button checklist': 1, 'press first': 1 },
    sent: 2,
  },
  {
    name: 'a vote, the same again, changed, and one on what is not in the bot',
    run: async (world) => [
      await voted(world, 'pauzes'),
      await voted(world, 'pauzes'),
      await voted(world, 'pauzes', 'nee'),
      await voted(world, 'bestaat-niet'),
    ],
    counts: { 'vote counted': 1, 'vote duplicate': 1, 'vote changed': 1 },
    sent: 0,
  },
];
