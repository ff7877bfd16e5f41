import { randomUUID } from 'node:crypto';
import { questionMark } from '../../../src/core/index.ts';
import type { Asker } from '../../../src/core/index.ts';
import { serveWeb, textOf } from '../../adapters/web/serve.ts';
import { choice, itemAt, vote, words } from './reading.ts';
import type { FilledIn, ParityChannel, Reading } from './reading.ts';

/** The page's own requests, over HTTP. */
export async function startWeb(asker: Asker): Promise<ParityChannel> {
  const web = await serveWeb({ asker });
  const open = () => {
    const gesprek = randomUUID();
    let html = '';
    const send = async (fields: { readonly vraag: string } | { readonly keuze: string }) => {
      const response = await web.post('/api/vraag', { ...fields, gesprek });
      ({ html } = (await response.json()) as { html: string });
      return readPage(html);
    };
    let voted = '';
    let below = '';
    const cast = async (entry: string, more: object = {}) => {
      voted = entry;
      const response = await web.post('/api/stem', {
        gesprek,
        antwoord: entry,
        nuttig: 'nee',
        taal: 'nl',
        ...more,
      });
      const { text, html: following } = (await response.json()) as { text: string; html?: string };
      // After a reason, the rest of what followed the vote stays.
      below = following ?? below.replace(/<form.*?<\/form>/s, '');
      return [...words(text), ...readPage(below)];
    };
    const values = () => [...html.matchAll(/name="keuze" value="([^"]*)"/g)].map(([, value = '']) => value);
    return Promise.resolve({
      type: (vraag: string) => send({ vraag }),
      press: (place: number) => send({ keuze: textOf(itemAt(values(), place)) }),
      voteDown: (entry: string) => cast(entry),
      explain: () => cast(voted, { reden: 'wrong-subject' }),
      // As without JavaScript: with it the script says the same.
      fill: async ({ entry, questions, answers }: FilledIn) => {
        const chosen = answers.map((answer, place) => [`vraag-${place + 1}`, answer]);
        const response = await web.submit('/zelfcheck', {
          ...{ gesprek, antwoord: entry, taal: 'nl', gevraagd: questions.map(questionMark).join(' ') },
          ...(Object.fromEntries(chosen) as Record<string, string>),
        });
        return readPage(/<div class="drawn">(.*?)<\/article>/s.exec(await response.text())?.[1] ?? '');
      },
    });
  };
  return { open, stop: web.stop };
}

/** Only of the page: the link to the answer's own address, the numbers of questions, and how a self-check is filled in. */
const OWN =
  /<p class="permanent".*?<\/p>|(?<=<legend[^>]*>\s*)\d+\. |<div class="options">.*?<\/div>|<div class="own">.*?(?=<\/form>)|(?<=<cite\s*>)<a[^>]*>|<\/a>(?=<\/cite)/gs;
const PIECE =
  /<button[^>]* name="(keuze|nuttig|reden)"[^>]*>(.*?)<\/button>|<a[^>]* href="([^"]*)"[^>]*>(.*?)<\/a>/s;

function readPage(html: string): Reading {
  const read: string[] = [];
  let rest = html.replace(OWN, '');
  for (let found = PIECE.exec(rest); found !== null; found = PIECE.exec(rest)) {
    const [whole, name, label = '', address = '', text = ''] = found;
    read.push(...words(textOf(rest.slice(0, found.index))));
    if (name === undefined) read.push(...words(textOf(text)), ...words(textOf(address)));
    else read.push((name === 'keuze' ? choice : vote)(textOf(label)));
    rest = rest.slice(found.index + whole.length);
  }
  return [...read, ...words(textOf(rest))];
}
