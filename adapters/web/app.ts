import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import type { Context } from 'hono';
import type { HttpBindings } from '@hono/node-server';
import { VOTE_TEXTS } from '../../src/assistant/index.ts';
import type { BodiedRequest, UserMessage } from '../../src/assistant/index.ts';
import type { Log } from '../../src/shared/log.ts';
import { isButton, plainText } from '../../src/core/index.ts';
import type { Reply } from '../../src/core/index.ts';
import { createAnswerRenderer } from './answer.ts';
import type { Asset, AssetName } from './assets.ts';
import { textOf } from './html.ts';
import type { PageContext } from './layout.ts';
import { createOnce } from './once.ts';
import { createOutline } from './outline.ts';
import { conversationPage, messagePage, replyPage, topicsPage } from './pages.ts';
import { personOf } from './person.ts';
import { isOwnPage, isNavigation, POLICY_HEADERS } from './policy.ts';
import { FIELD, formOf, jsonOf, messageOf, voteOf } from './read.ts';
import type { Preview } from './previews.ts';
import type { VoteFields } from './read.ts';
import { sourcePage } from './source-page.ts';
import type { WebAssistant } from './texts.ts';

/** What the web page is made with. */
export interface WebParts {
  readonly assistant: WebAssistant;
  readonly log: Log;
  /** Previews of replies in other channels; none by default. */
  readonly previews?: readonly Preview[];
  /** Number of trusted proxies, each of which adds an address to `X-Forwarded-For`; 0 by default. */
  readonly proxies?: number;
}

type Env = { Bindings: HttpBindings & { readonly incoming: BodiedRequest } };
type Ctx = Context<Env>;

/** The outcome of a vote, as the page says it. */
interface Voted {
  readonly text: string;
  readonly counted: boolean;
}

/** Methods of each path; other methods get 405. */
const METHODS = {
  '/': 'GET, HEAD, POST',
  '/stem': 'POST',
  '/vraag/:id': 'GET, HEAD',
  '/bron/:guidance': 'GET, HEAD',
  '/onderwerpen': 'GET, HEAD',
  '/zelfcheck': 'GET, HEAD',
  '/over': 'GET, HEAD',
  '/assets/:file': 'GET, HEAD',
  '/api/vraag': 'POST',
  '/api/stem': 'POST',
} as const;

/** Returns the app that serves every path of the page, except the files that pages load (`createAssetListener`). */
export function createApp(
  { assistant, log, previews = [], proxies = 0 }: WebParts,
  assets: Readonly<Record<AssetName, Asset>>,
): Hono<Env> {
  const { say } = assistant;
  const outline = createOutline(assistant);
  const renderAnswer = createAnswerRenderer({
    previews,
    say,
    log,
    renderer: assets['adaptivecards.js'].address,
  });
  const withoutChecklist: PageContext = {
    say,
    assets,
    hasChecklist: false,
    hasPreviews: previews.length > 0,
  };
  const pageContext = (): PageContext => {
    try {
      return { ...withoutChecklist, hasChecklist: outline().hasChecklist };
    } catch (error) {
      // The page that is rendered here may be the apology for this fault, which is counted already.
      log.error(
        { cause: error instanceof Error ? error.stack : String(error) },
        'the menu could not be drawn',
      );
      return withoutChecklist;
    }
  };

  const personIn = (context: Ctx) => personOf(context.env.incoming, proxies);
  const onceAnswered = createOnce<Reply>(assistant.claim);
  const onceVoted = createOnce<Voted>(assistant.claim);
  const replyTo = (context: Ctx, message: UserMessage) =>
    assistant.reply({ ...message, person: personIn(context) });
  const converse = async (context: Ctx, { text, conversation }: UserMessage, reply: Reply) => {
    const isTyped = !isButton(text) && text.trim() !== '';
    const turn = { answer: renderAnswer(reply, conversation), ...(isTyped && { question: text }) };
    return context.html(await conversationPage(pageContext(), conversation, turn));
  };
  const page = async (context: Ctx, value: string, isFound: (reply: Reply) => boolean) => {
    const reply = assistant.show(value);
    if (!isFound(reply)) return notFound(context);
    const { path } = context.req;
    return context.html(await replyPage(pageContext(), { path, reply, conversation: randomUUID() }));
  };
  const notice = async (context: Ctx, status: 200 | 400 | 403 | 404 | 500, title: string, text: string) => {
    context.status(status);
    const path = context.req.path;
    if (path.startsWith('/api/')) return context.json({ error: text });
    return context.html(await messagePage(withoutChecklist, { path, title, text }));
  };
  const notFound = (context: Ctx) => notice(context, 404, say('web_onbekend'), say('web_onbekend_uitleg'));
  const failed = (context: Ctx, apology: Reply) =>
    notice(context, 500, say('web_storing'), plainText(apology));
  const refused = (context: Ctx, status: 400 | 403) =>
    notice(context, status, say('web_geweigerd'), say('web_geweigerd_uitleg'));
  const vote = async (
    context: Ctx,
    { entry, useful, conversation, language }: VoteFields,
  ): Promise<Voted> => {
    const sent = { entry, useful, ballot: conversation, conversation, person: personIn(context) };
    const outcome = await assistant.feedback(sent);
    const isCounted = outcome !== 'limited' && outcome !== 'unknown';
    return { text: say(VOTE_TEXTS[outcome], {}, language), counted: isCounted };
  };

  const app = new Hono<Env>();
  app.use(async (context, next) => {
    const { method, headers } = context.env.incoming;
    for (const [name, value] of Object.entries(POLICY_HEADERS)) context.header(name, value);
    // A page can hold a person's question.
    context.header('cache-control', 'no-store');
    if (method === 'POST' && !isOwnPage(headers)) return refused(context, 403);
    return next();
  });

  app.get('/', async (context) => {
    const text = context.req.query(FIELD.question);
    const conversation = randomUUID();
    if (text !== undefined && isNavigation(context.env.incoming)) {
      const message = { text, conversation };
      return converse(context, message, await replyTo(context, message));
    }
    return context.html(await conversationPage(pageContext(), conversation, undefined, text));
  });
  app.post('/', async (context) => {
    const message = messageOf(formOf(context.env.incoming.rawBody));
    if (message === undefined) return refused(context, 400);
    const { conversation, text, language } = message;
    const reply = await onceAnswered(conversation, text, {
      first: () => replyTo(context, message),
      again: () => assistant.show(text, language),
    });
    return converse(context, message, reply);
  });
  app.post('/stem', async (context) => {
    const sent = voteOf(formOf(context.env.incoming.rawBody));
    if (sent === undefined) return refused(context, 400);
    const cast = () => vote(context, sent);
    const { conversation, entry, useful } = sent;
    const { text } = await onceVoted(`${conversation} ${entry}`, String(useful), {
      first: cast,
      again: cast,
    });
    return notice(context, 200, text, '');
  });
  app.get('/vraag/:id', (context) => {
    const id = context.req.param('id');
    return page(context, `entry:${id}`, ({ entry }) => entry === id);
  });
  app.get('/bron/:guidance', async (context) => {
    const source = assistant.source(context.req.param('guidance'), say('web_taal') === 'en' ? 'en' : 'nl');
    if (source === undefined) return notFound(context);
    const query = { edition: context.req.query('editie'), marked: context.req.query('zinnen') };
    return context.html(await sourcePage(pageContext(), { path: context.req.path, source, query }));
  });
  app.get('/onderwerpen', async (context) => context.html(await topicsPage(pageContext(), outline())));
  app.get('/zelfcheck', (context) => page(context, 'zelfcheck', ({ kind }) => kind === 'checklist'));
  app.get('/over', (context) => page(context, 'over', ({ kind }) => kind === 'about'));
  app.get('/assets/:file', notFound);

  app.post('/api/vraag', async (context) => {
    const message = messageOf(jsonOf(context.env.incoming.rawBody) ?? {});
    if (message === undefined) return refused(context, 400);
    const reply = await replyTo(context, message);
    return context.json({ html: textOf(renderAnswer(reply, message.conversation)) });
  });
  app.post('/api/stem', async (context) => {
    const sent = voteOf(jsonOf(context.env.incoming.rawBody) ?? {});
    return sent === undefined ? refused(context, 400) : context.json(await vote(context, sent));
  });

  for (const [path, allow] of Object.entries(METHODS)) {
    app.all(path, (context) => context.body(null, 405, { allow }));
  }
  app.notFound(notFound);
  app.onError((error, context) => failed(context, assistant.sorry(error)));
  return app;
}
