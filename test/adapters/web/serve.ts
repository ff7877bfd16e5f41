import { request } from 'node:http';
import { createWeb } from '../../../adapters/web/index.ts';
import type { Preview, WebParts } from '../../../adapters/web/index.ts';
import { createAssistant, createRateLimit } from '../../../src/assistant/index.ts';
import { createProcessStore } from '../../../src/store/index.ts';
import type { AssistantParts, Meter } from '../../../src/assistant/index.ts';
import type { CountedEvent } from '../../../src/store/index.ts';
import type { Log } from '../../../src/shared/log.ts';
import { createAsker } from '../../../src/core/index.ts';
import type { Asker, Reply } from '../../../src/core/index.ts';
import { startServer } from '../../../src/server/index.ts';
import { load, SHIPPED_BASE } from '../../fixtures/guidance.ts';

/** A self-check with what the guidance of the fixtures says. */
export const CHECKLIST = `
vraag: Twijfel je of je te lang doorwerkt? Doe de zelfcheck
varianten: [werk ik te lang door]
inleiding: Stel jezelf deze vragen.
aanhef: 'Neem elk uur een korte pauze:'
vragen: [Sta op en loop een rondje., Kijk even in de verte.]
advies: [Buiten die uren hoef je niet te reageren.]
slot: De bot oordeelt niet.
vervolgstappen: [Vraag een collega om mee te lopen.]
`;

let small: Asker | undefined;

/** The small guidance `thuiswerken` with a self-check, in Dutch and English. */
export function smallAsker(): Asker {
  small ??= createAsker(load({ 'thuiswerken/zelfcheck.yaml': CHECKLIST, ...SHIPPED_BASE }).knowledge);
  return small;
}

export interface Line {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly message: string;
}

/** What a browser sends when somebody goes to a page, by a link of another site. */
export const VISIT = {
  'sec-fetch-site': 'cross-site',
  'sec-fetch-mode': 'navigate',
  'sec-fetch-dest': 'document',
  'sec-fetch-user': '?1',
} as const;

/** A bot with the web page alone, as `main.ts` puts it together, on a free port. */
export async function serveWeb(
  parts: {
    readonly previews?: readonly Preview[];
    readonly asker?: AssistantParts['asker'];
    readonly proxies?: number;
    readonly site?: Pick<WebParts, 'publicUrl' | 'name' | 'logo'>;
    /** Messages of one person in a minute; no limit when absent. */
    readonly rateLimit?: number;
  } = {},
) {
  const lines: Line[] = [];
  const write: Log['info'] = (fields, message) => void lines.push({ fields, message });
  const log: Log = { info: write, warn: write, error: write };
  const counted: CountedEvent[] = [];
  const store = { ...createProcessStore(), count: (event: CountedEvent) => void counted.push(event) };
  const asker = parts.asker ?? smallAsker();
  const metered: string[] = [];
  const meter: Meter = { event: (_channel, type, outcome) => void metered.push(`${type} ${outcome}`) };
  const allows = createRateLimit(parts.rateLimit ?? 0);
  const assistant = createAssistant({ asker, channel: 'web', store, log, meter, isAllowed: allows });
  const web = createWeb({
    ...parts.site,
    assistant,
    log,
    ...(parts.previews !== undefined && { previews: parts.previews }),
    ...(parts.proxies !== undefined && { proxies: parts.proxies }),
  });
  const server = await startServer({ host: '127.0.0.1', port: 0, channels: [web], log });
  const base = `http://localhost:${server.port}`;
  return {
    base,
    port: server.port,
    lines,
    counted,
    /** What was counted for operators, as `fault failed`. */
    metered,
    stop: server.stop,
    get: (path: string, init: RequestInit = {}) => fetch(`http://127.0.0.1:${server.port}${path}`, init),
    /** Goes to a page as a browser does, or as these headers tell; `fetch` sends other `Sec-Fetch` headers of its own. */
    visit: (path: string, headers: Record<string, string> = VISIT, method = 'GET') =>
      new Promise<{ readonly status: number; readonly html: string }>((resolve, reject) => {
        const sent = request({ port: server.port, host: '127.0.0.1', path, headers, method });
        sent.on('response', (response) => {
          let html = '';
          response.on('data', (chunk: Buffer) => (html += chunk.toString()));
          response.on('end', () => {
            resolve({ status: response.statusCode ?? 0, html });
          });
        });
        sent.on('error', reject).end();
      }),
    /** What the script of the page does. */
    post: (path: string, fields: unknown, headers: Record<string, string> = {}) =>
      fetch(`http://127.0.0.1:${server.port}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof fields === 'string' ? fields : JSON.stringify(fields),
      }),
    /** What a form does without JavaScript. */
    submit: (path: string, fields: Record<string, string>) =>
      fetch(`http://127.0.0.1:${server.port}${path}`, { method: 'POST', body: new URLSearchParams(fields) }),
  };
}

export type Served = Awaited<ReturnType<typeof serveWeb>>;

/** Asks with a toy core that always replies with these blocks. */
export function sayingAsker(reply: Reply): AssistantParts['asker'] {
  return { ...smallAsker(), ask: () => reply };
}

/** The text of HTML as a person reads it, roughly: without tags, with entities resolved and spaces collapsed. */
export function textOf(html: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&#39;': "'",
    '&amp;': '&',
  };
  return html
    .replace(/<(script|style|template)[^]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&[#\w]+;/g, (entity) => entities[entity] ?? entity)
    .replace(/\s+/g, ' ')
    .trim();
}
