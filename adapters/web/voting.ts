import type { Context, Hono } from 'hono';
import { VOTE_TEXTS } from '../../src/assistant/index.ts';
import type { VoteOutcome } from '../../src/assistant/index.ts';
import type { Reply } from '../../src/core/index.ts';
import type { Env } from '../../src/pages/index.ts';
import { textOf } from '../../src/pages/index.ts';
import type { PageContext } from './layout.ts';
import type { Notices } from './notices.ts';
import { createOnce } from './once.ts';
import { messagePage } from './pages.ts';
import { ownReferer } from './policy.ts';
import { FIELD, formOf, jsonOf, languageIn, voteOf } from './read.ts';
import type { VoteFields } from './read.ts';
import { renderReply } from './render.ts';
import type { WebAssistant } from './texts.ts';
import type { TurnSeal } from './turn.ts';

/** What voting needs of the app. */
interface VotingParts extends Pick<Notices, 'notFound' | 'refused' | 'expired'>, TurnSeal {
  readonly assistant: WebAssistant;
  readonly base: string;
  readonly personIn: (context: Context<Env>) => string;
  readonly pageContext: (context: Context<Env>) => PageContext;
}

/** Adds voting on answers to the app: `/stem` for forms, `/api/stem` for the page's script. */
export function addVoting(
  app: Hono<Env>,
  { assistant, base, personIn, pageContext, notFound, refused, expired, seal, open }: VotingParts,
): void {
  const { say } = assistant;
  const once = createOnce<VoteOutcome>(assistant.claim);
  /** `ballot`: what the vote is on, so that a reason is on the same. */
  const ballotOf = ({ conversation, ...vote }: VoteFields) => ({ ...vote, ballot: conversation });
  const cast = (context: Context<Env>, sent: VoteFields) =>
    assistant.feedback({ ...ballotOf(sent), conversation: sent.conversation, person: personIn(context) });
  const below = (
    blocks: Reply['blocks'],
    reply: Reply,
    conversation: string,
    view: 'conversation' | 'page',
  ) => renderReply({ ...reply, blocks }, { say, base, conversation, view });

  app.post('/stem', async (context) => {
    const sent = voteOf(formOf(context.env.incoming.rawBody));
    if (sent === undefined) return refused(context, 400);
    const { conversation, entry, useful, reason, language } = sent;
    const again = () => cast(context, sent);
    const value = `${useful} ${reason ?? ''}`;
    const outcome = await once(`${conversation} ${entry}`, value, { first: again, again });
    const reply = assistant.afterVote(ballotOf(sent), outcome, language);
    const query = new URLSearchParams(
      reply.blocks.length > 1
        ? { [FIELD.turn]: await seal({ reply, conversation }) }
        : { [FIELD.outcome]: outcome, ...(language !== undefined && { [FIELD.language]: language }) },
    );
    return context.redirect(`${base}/stem?${query.toString()}`, 303);
  });
  app.get('/stem', async (context) => {
    const back = ownReferer(context.env.incoming.headers);
    const token = context.req.query(FIELD.turn);
    if (token !== undefined) {
      const turn = await open(token);
      if (turn === undefined) return expired(context);
      const { reply, conversation } = turn;
      const [first, ...others] = reply.blocks;
      const title = first?.kind === 'paragraph' ? first.text : say('web_bot', {}, reply.language);
      const shown = { path: '/stem', title, back, below: below(others, reply, conversation, 'page') };
      return context.html(await messagePage(pageContext(context), shown));
    }
    const outcome = context.req.query(FIELD.outcome);
    if (!isOutcome(outcome)) return notFound(context);
    const { language } = languageIn(context.req.query());
    const title = say(VOTE_TEXTS[outcome], {}, language);
    return context.html(await messagePage(pageContext(context), { path: '/stem', title, back }));
  });
  app.post('/api/stem', async (context) => {
    const fields = jsonOf(context.env.incoming.rawBody) ?? {};
    const sent = voteOf(fields);
    if (sent === undefined) return refused(context, 400);
    const outcome = await cast(context, sent);
    const counted = outcome !== 'limited' && outcome !== 'unknown';
    const reply = assistant.afterVote(ballotOf(sent), outcome, sent.language);
    // The related questions are in the answer above the vote.
    const others = reply.blocks.slice(1).filter(({ kind }) => kind !== 'choices');
    const view = fields[FIELD.page] === undefined ? 'conversation' : 'page';
    return context.json({
      text: say(VOTE_TEXTS[outcome], {}, sent.language),
      counted,
      // After a reason, what was below the vote stays.
      ...(others.length > 0 &&
        sent.reason === undefined && { html: textOf(below(others, reply, sent.conversation, view)) }),
    });
  });
}

function isOutcome(value: string | undefined): value is VoteOutcome {
  return value !== undefined && Object.hasOwn(VOTE_TEXTS, value);
}
