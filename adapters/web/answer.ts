import { randomUUID } from 'node:crypto';
import { entryValue } from '../../src/core/index.ts';
import type { Reply } from '../../src/core/index.ts';
import { addressOf } from './address.ts';
import { html, NOTHING, raw, textOf } from './html.ts';
import type { Html } from './html.ts';
import { renderPreviews } from './previews.ts';
import type { PreviewParts } from './previews.ts';
import { renderReply } from './render.ts';
import type { WebAssistant } from './texts.ts';

/** Placeholder for the id of the conversation in cached HTML. */
const CONVERSATION = randomUUID();

/** Renders a reply as an answer in a conversation. */
export type RenderAnswer = (reply: Reply, conversation: string) => Html;

/**
 * Returns the renderer of answers: an `article` with the reply, its permanent link and its previews. The HTML is cached for
 * as long as the reply is, for all conversations: rendering is most of the work of an answer. A `WeakMap`, because an LRU
 * cache would keep replies of knowledge that was replaced.
 */
export function createAnswerRenderer(parts: PreviewParts): RenderAnswer {
  const { say } = parts;
  const cached = new WeakMap<Reply, string>();
  const render = (reply: Reply) =>
    html`<article class="answer" aria-label="${say('web_bot')}">
      <div class="drawn">
        ${renderReply(reply, { say, conversation: CONVERSATION, view: 'conversation' })}
        ${permanentLink(reply, say)}
      </div>
      ${renderPreviews(reply, parts)}
    </article>`;
  return (reply, conversation) => {
    const text = cached.get(reply) ?? textOf(render(reply));
    cached.set(reply, text);
    return raw(text.replaceAll(CONVERSATION, () => textOf(html`${conversation}`)));
  };
}

function permanentLink({ entry, kind, language }: Reply, say: WebAssistant['say']): Html {
  if (entry === undefined || kind === 'social' || kind === 'help') return NOTHING;
  const address = addressOf({ value: entryValue(entry) });
  const label =
    kind === 'checklist' ? say('zelfcheck_knop', {}, language) : say('web_vaste_link', {}, language);
  return html`<p class="permanent" lang="${language}"><a class="nl-link" href="${address}">${label}</a></p>`;
}
