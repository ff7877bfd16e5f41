import type { Context, Hono } from 'hono';
import { VOTE_TEXTS } from '../../src/assistant/index.ts';
import type { VoteOutcome } from '../../src/assistant/index.ts';
import type { Env } from './env.ts';
import type { PageContext } from './layout.ts';
import type { Notices } from './notices.ts';
import { createOnce } from './once.ts';
import { messagePage } from './pages.ts';
import { ownReferer } from './policy.ts';
import { FIELD, formOf, jsonOf, languageIn, voteOf } from './read.ts';
import type { VoteFields } from './read.ts';
import type { WebAssistant } from './texts.ts';

/** What voting needs of the app. */
interface VotingParts extends Pick<Notices, 'notFound' | 'refused'> {
  readonly assistant: WebAssistant;
  readonly base: string;
  readonly personIn: (context: Context<Env>) => string;
  readonly pageContext: (context: Context<Env>) => PageContext;
}

/** Adds voting on answers to the app: `/stem` for forms, `/api/stem` for the page's script. */
export function addVoting(
  app: Hono<Env>,
  { assistant, base, personIn, pageContext, notFound, refused }: VotingParts,
): void {
  const { say } = assistant;
  const once = createOnce<VoteOutcome>(assistant.claim);
  const vote = (context: Context<Env>, { entry, useful, conversation }: VoteFields) =>
    assistant.feedback({ entry, useful, ballot: conversation, conversation, person: personIn(context) });

  app.post('/stem', async (context) => {
    const sent = voteOf(formOf(context.env.incoming.rawBody));
    if (sent === undefined) return refused(context, 400);
    const cast = () => vote(context, sent);
    const { conversation, entry, useful, language } = sent;
    const outcome = await once(`${conversation} ${entry}`, String(useful), { first: cast, again: cast });
    const query = new URLSearchParams({
      [FIELD.outcome]: outcome,
      ...(language !== undefined && { [FIELD.language]: language }),
    });
    return context.redirect(`${base}/stem?${query.toString()}`, 303);
  });
  app.get('/stem', async (context) => {
    const outcome = context.req.query(FIELD.outcome);
    if (!isOutcome(outcome)) return notFound(context);
    const { language } = languageIn(context.req.query());
    const back = ownReferer(context.env.incoming.headers);
    const title = say(VOTE_TEXTS[outcome], {}, language);
    return context.html(await messagePage(pageContext(context), { path: '/stem', title, back }));
  });
  app.post('/api/stem', async (context) => {
    const sent = voteOf(jsonOf(context.env.incoming.rawBody) ?? {});
    if (sent === undefined) return refused(context, 400);
    const outcome = await vote(context, sent);
    const counted = outcome !== 'limited' && outcome !== 'unknown';
    return context.json({ text: say(VOTE_TEXTS[outcome], {}, sent.language), counted });
  });
}

function isOutcome(value: string | undefined): value is VoteOutcome {
  return value !== undefined && Object.hasOwn(VOTE_TEXTS, value);
}
