import { randomUUID } from 'node:crypto';
import type { Asker } from '../../../src/core/index.ts';
import { serveWeb, textOf } from '../../adapters/web/serve.ts';
import { choice, itemAt, vote, words } from './reading.ts';
import type { ParityChannel, Reading } from './reading.ts';

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
    const values = () => [...html.matchAll(/name="keuze" value="([^"]*)"/g)].map(([, value = '']) => value);
    return Promise.resolve({
      type: (vraag: string) => send({ vraag }),
      press: (place: number) => send({ keuze: textOf(itemAt(values(), place)) }),
    });
  };
  return { open, stop: web.stop };
}

/** Only of the page: the link to the answer's own address, and what the votes are about, for screen readers. */
const OWN = /<p class="permanent".*?<\/p>|<legend.*?<\/legend>|(?<=<cite\s*>)<a[^>]*>|<\/a>(?=<\/cite)/gs;
const PIECE =
  /<button[^>]* name="(keuze|nuttig)"[^>]*>(.*?)<\/button>|<a[^>]* href="([^"]*)"[^>]*>(.*?)<\/a>/s;

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
