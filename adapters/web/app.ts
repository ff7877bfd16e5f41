import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import type { Context } from 'hono';
import type { UserMessage } from '../../src/assistant/index.ts';
import type { Log } from '../../src/shared/log.ts';
import { ENTRY_ID, entryValue, fullId, isButton } from '../../src/core/index.ts';
import type { Reply } from '../../src/core/index.ts';
import { isOwnPage, POLICY_HEADERS, textOf } from '../../src/pages/index.ts';
import type { Asset, Env } from '../../src/pages/index.ts';
import { entryOf } from './address.ts';
import { createAnswerRenderer } from './answer.ts';
import type { AssetName } from './assets.ts';
import { conversationPage } from './conversation-page.ts';
import type { PageContext, Site } from './layout.ts';
import { refuseOtherMethods } from './methods.ts';
import { createNotices } from './notices.ts';
import { createOnce } from './once.ts';
import { CHECKLIST_KINDS, createOutline } from './outline.ts';
import { previewPage, replyPage } from './pages.ts';
import { personOf } from './person.ts';
import { isNavigation } from './policy.ts';
import type { Preview } from './previews.ts';
import { FIELD, formOf, jsonOf, messageOf } from './read.ts';
import { addSelfCheck } from './self-check.ts';
import { addSuggestions } from './suggestions.ts';
import { sourcePage } from './source-page.ts';
import type { WebAssistant } from './texts.ts';
import { topicsPage } from './topics-page.ts';
import { createTurnSeal } from './turn.ts';
import type { Turn } from './turn.ts';
import { addVoting } from './voting.ts';

/** What the app is made with. */
export interface AppParts {
  readonly assistant: WebAssistant;
  readonly log: Log;
  /** Previews of replies in other channels; none by default. */
  readonly previews?: readonly Preview[];
  /** Number of trusted proxies, each of which adds an address to `X-Forwarded-For`; 0 by default. */
  readonly proxies?: number;
  readonly assets: Readonly<Record<AssetName, Asset>>;
  readonly site: Site & { readonly publicUrl?: string };
}

type Ctx = Context<Env>;

/** Returns the app that serves every path of the page, except the files that pages load (`createAssetListener`). */
export function createApp({ assistant, log, previews = [], proxies = 0, assets, site }: AppParts): Hono<Env> {
  const { say } = assistant;
  const { base, publicUrl } = site;
  const outline = createOutline(assistant);
  const renderAnswer = createAnswerRenderer({ say, base });
  const previewParts = { previews, say, log, renderer: assets['adaptivecards.js'].address };
  const withoutChecklist = ({ req }: Context): PageContext => {
    const origin = publicUrl ?? `${new URL(req.url).origin}${base}`;
    return { ...site, say, assets, origin, hasChecklist: false, hasPreviews: previews.length > 0 };
  };
  const pageContext = (context: Context): PageContext => {
    const bare = withoutChecklist(context);
    try {
      return { ...bare, hasChecklist: outline().hasChecklist };
    } catch (error) {
      // The page that is rendered here may be the apology for this fault, which is counted already.
      log.error(
        { cause: error instanceof Error ? error.stack : String(error) },
        'the menu could not be drawn',
      );
      return bare;
    }
  };
  const { notFound, failed, refused, expired } = createNotices(say, pageContext, withoutChecklist);

  const personIn = (context: Ctx) => personOf(context.env.incoming, proxies);
  const { seal, open } = createTurnSeal(assistant.secrets);
  const onceAnswered = createOnce<Reply>(assistant.claim);
  // Of a link, the second click of a double click: in this process, as the place is no secret that a claim could hold.
  const onceVisited = createOnce<Reply>(() => Promise.resolve(true));
  const replyTo = (context: Ctx, message: UserMessage) =>
    assistant.reply({ ...message, person: personIn(context) });
  const turnOf = ({ text, conversation }: UserMessage, reply: Reply): Turn => {
    const isTyped = !isButton(text) && text.trim() !== '';
    return { reply, conversation, ...(isTyped && { question: text }) };
  };
  const showTurn = async (context: Ctx, { question, reply, conversation }: Turn) => {
    const turn = { question, answer: renderAnswer(reply, conversation) };
    return context.html(
      await conversationPage(pageContext(context), { id: conversation, turn, about: entryOf(reply) }),
    );
  };
  const page = async (context: Ctx, value: string, isFound: (reply: Reply) => boolean) => {
    const reply = assistant.show(value);
    if (!isFound(reply)) return notFound(context);
    const shown = { path: pathOf(context), reply, conversation: randomUUID() };
    return context.html(await replyPage(pageContext(context), shown));
  };

  // Not strict: a slash at the end of an address makes no difference.
  const app = new Hono<Env>({ strict: false });
  app.use(async (context, next) => {
    const { method, headers } = context.env.incoming;
    for (const [name, value] of Object.entries(POLICY_HEADERS)) context.header(name, value);
    // A page can hold a person's question.
    context.header('cache-control', 'no-store');
    if (method === 'POST' && !isOwnPage(headers)) return refused(context, 403);
    return next();
  });

  app.get('/', async (context) => {
    const token = context.req.query(FIELD.turn);
    const text = context.req.query(FIELD.question);
    if (token !== undefined) {
      const turn = await open(token);
      if (turn !== undefined) return showTurn(context, turn);
      return expired(context);
    }
    if (text !== undefined && isNavigation(context.env.incoming)) {
      // A conversation of its own: colleagues behind one address may follow the same link.
      const message = { text, conversation: randomUUID() };
      const ask = () => replyTo(context, message);
      const reply = await onceVisited(personIn(context), text, { first: ask, again: ask });
      return showTurn(context, turnOf(message, reply));
    }
    const id = randomUUID();
    return context.html(await conversationPage(pageContext(context), { id, typed: text }));
  });
  app.post('/', async (context) => {
    const message = messageOf(formOf(context.env.incoming.rawBody));
    if (message === undefined) return refused(context, 400);
    const { conversation, text, language } = message;
    const reply = await onceAnswered(conversation, text, {
      first: () => replyTo(context, message),
      again: () => assistant.show(text, language),
    });
    return context.redirect(`${base}/?${FIELD.turn}=${await seal(turnOf(message, reply))}`, 303);
  });
  const entryPage = (context: Ctx, id: string) =>
    ENTRY_ID.test(id) ? page(context, entryValue(id), ({ entry }) => entry !== undefined) : notFound(context);
  // Links from before 2026-12 do not name the guidance.
  app.get('/vraag/:id', (context) => entryPage(context, context.req.param('id')));
  app.get('/vraag/:guidance/:id', (context) => {
    const { guidance, id } = context.req.param();
    return entryPage(context, fullId(guidance, id));
  });
  app.get('/bron/:guidance', async (context) => {
    const source = assistant.source(context.req.param('guidance'), say('web_taal') === 'en' ? 'en' : 'nl');
    if (source === undefined) return notFound(context);
    const query = { edition: context.req.query('editie'), marked: context.req.query('zinnen') };
    return context.html(await sourcePage(pageContext(context), { path: pathOf(context), source, query }));
  });
  app.get('/voorbeeld/:guidance/:id', async (context) => {
    const { guidance, id } = context.req.param();
    const entry = fullId(guidance, id);
    if (!ENTRY_ID.test(entry) || previews.length === 0) return notFound(context);
    const reply = assistant.show(entryValue(entry));
    if (reply.entry !== entry) return notFound(context);
    const shown = { path: pathOf(context), reply, conversation: randomUUID() };
    return context.html(await previewPage(pageContext(context), shown, previewParts));
  });
  app.get('/onderwerpen', async (context) => context.html(await topicsPage(pageContext(context), outline())));
  app.get('/zelfcheck', (context) =>
    page(context, 'zelfcheck', ({ kind }) => CHECKLIST_KINDS.includes(kind)),
  );
  addSelfCheck(app, { assistant, base, seal });
  app.get('/over', (context) => page(context, 'over', ({ kind }) => kind === 'about'));
  app.get('/assets/:file', notFound);

  app.post('/api/vraag', async (context) => {
    const message = messageOf(jsonOf(context.env.incoming.rawBody) ?? {});
    if (message === undefined) return refused(context, 400);
    const reply = await replyTo(context, message);
    return context.json({ html: textOf(renderAnswer(reply, message.conversation)) });
  });
  addVoting(app, { assistant, base, personIn, pageContext, notFound, refused, seal, open, expired });
  addSuggestions(app, { assistant, personIn, refused });

  refuseOtherMethods(app);
  app.notFound(notFound);
  app.onError((error, context) => failed(context, assistant.sorry(error)));
  return app;
}

/** The path of a request without a slash at its end, as it is in links. */
function pathOf({ req }: Ctx): string {
  return req.path.replace(/(?<=.)\/$/, '');
}
