import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { plainText } from '../../src/core/index.ts';
import type { Reply } from '../../src/core/index.ts';
import type { PageContext } from './layout.ts';
import { messagePage } from './pages.ts';
import type { WebAssistant } from './texts.ts';

/** Responses that are no answer: a page, or JSON below `/api/`. */
export interface Notices {
  readonly notFound: (context: Context) => Promise<Response>;
  readonly failed: (context: Context, apology: Reply) => Promise<Response>;
  readonly refused: (context: Context, status: 400 | 403) => Promise<Response>;
  /** To an address with a turn that cannot be shown any more. */
  readonly expired: (context: Context) => Promise<Response>;
}

/** Returns the responses that are no answer. `bareContext` makes the page of a fault, without the assistant, which may be what fails. */
export function createNotices(
  say: WebAssistant['say'],
  pageContext: (context: Context) => PageContext,
  bareContext: (context: Context) => PageContext,
): Notices {
  const notice = async (context: Context, status: 400 | 403 | 404 | 500, title: string, text: string) => {
    context.status(status);
    const { path } = context.req;
    if (path.startsWith('/api/')) return context.json({ error: text });
    const made = (status === 500 ? bareContext : pageContext)(context);
    // Who looks for a page that is gone can ask.
    const field = status === 404 ? { conversation: randomUUID() } : {};
    return context.html(await messagePage(made, { path, title, text, ...field }));
  };
  return {
    expired: async (context) => {
      const [title, text] = [say('web_verlopen'), say('web_verlopen_uitleg')];
      const shown = { path: context.req.path, title, text, conversation: randomUUID() };
      return context.html(await messagePage(pageContext(context), shown));
    },
    notFound: (context) => notice(context, 404, say('web_onbekend'), say('web_onbekend_uitleg')),
    failed: (context, apology) => notice(context, 500, say('web_storing'), plainText(apology)),
    refused: (context, status) => notice(context, status, say('web_geweigerd'), say('web_geweigerd_uitleg')),
  };
}
