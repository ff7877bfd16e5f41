import { randomUUID } from 'node:crypto';
import { entryValue } from '../../src/core/index.ts';
import type { Reply } from '../../src/core/index.ts';
import { addressOf, entryOf } from './address.ts';
import type { RenderContext } from './forms.ts';
import { html, NOTHING, raw, textOf } from '../../src/pages/index.ts';
import type { Html } from '../../src/pages/index.ts';
import { renderReply } from './render.ts';

/** Placeholder for the id of the conversation in cached HTML. */
const CONVERSATION = randomUUID();

/** Renders a reply as an answer in a conversation. */
export type RenderAnswer = (reply: Reply, conversation: string) => Html;

/**
 * Returns the renderer of answers: an `article` with the reply, and what can be done with it. The HTML is cached for as
 * long as the reply is, for all conversations: rendering is most of the work of an answer. A `WeakMap`, because an LRU
 * cache would keep replies of knowledge that was replaced.
 */
export function createAnswerRenderer(parts: Pick<RenderContext, 'say' | 'base'>): RenderAnswer {
  const cached = new WeakMap<Reply, string>();
  const render = (reply: Reply) =>
    html`<article class="answer" aria-label="${parts.say('web_bot')}">
      <div class="drawn">
        ${renderReply(reply, { ...parts, conversation: CONVERSATION, view: 'conversation' })}
      </div>
      ${actions(reply, parts)}
    </article>`;
  return (reply, conversation) => {
    const text = cached.get(reply) ?? textOf(render(reply));
    cached.set(reply, text);
    return raw(text.replaceAll(CONVERSATION, () => textOf(html`${conversation}`)));
  };
}

/** Returns what can be done with a reply that has a page of its own: go there, copy, share. Empty for other replies. */
export function actions(reply: Reply, { say, base }: Pick<RenderContext, 'say' | 'base'>): Html {
  const entry = entryOf(reply);
  if (entry === undefined) return NOTHING;
  const { kind, language } = reply;
  const isChecklist = kind === 'checklist';
  const address = addressOf({ value: entryValue(entry) }, base);
  const label = say(isChecklist ? 'zelfcheck_knop' : 'web_vaste_link', {}, language);
  const button = (action: string, text: string, done: string) =>
    html`<button class="plain needs-script" type="button" data-do="${action}" data-done="${done}">
      ${text}
    </button>`;
  return html`<p class="permanent" lang="${language}">
    <a class="nl-link" href="${address}">${label}</a>
    ${button('copy', say('web_kopieer', {}, language), say('web_gekopieerd', {}, language))}
    ${button('share', say('web_deel', {}, language), say('web_link_gekopieerd', {}, language))}
    <span class="done" role="status" data-failed="${say('web_niet_gekopieerd', {}, language)}"></span>
  </p>`;
}
