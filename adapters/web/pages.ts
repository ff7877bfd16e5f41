import type { Reply } from '../../src/core/index.ts';
import { entryOf, pathOfEntry } from './address.ts';
import { actions } from './answer.ts';
import { askForm } from './ask-form.ts';
import { html, NOTHING } from '../../src/pages/index.ts';
import type { Html } from '../../src/pages/index.ts';
import { layout } from './layout.ts';
import type { PageContext } from './layout.ts';
import { renderPreviews } from './previews.ts';
import type { PreviewParts } from './previews.ts';
import { renderReply } from './render.ts';

/** A page with a reply. */
interface ReplyPage {
  readonly path: string;
  readonly reply: Reply;
  readonly conversation: string;
}

/** Returns the page of a reply: `/vraag/<guidance>/<entry>`, `/zelfcheck` or `/over`. */
export function replyPage(context: PageContext, { path, reply, conversation }: ReplyPage): Html {
  const { say, base } = context;
  const heading = headingOf(reply);
  const title = heading ?? say('web_bot');
  const content = html`${heading === undefined ? h1(title) : NOTHING}
    <div class="answer">
      <div class="drawn">${renderReply(reply, { say, base, conversation, view: 'page' })}</div>
      ${belowReply(context, reply)}
    </div>
    <section class="ask" aria-label="${say('web_vervolg')}">
      ${askForm(conversation, context, { about: entryOf(reply) })}
    </section>`;
  const scripts = ['self-check.js', 'chat.js'] as const;
  return layout(context, { path, title, content, scripts });
}

/** Returns `/voorbeeld/<guidance>/<entry>`: how other channels show the reply. */
export function previewPage(context: PageContext, page: ReplyPage, parts: PreviewParts): Html {
  const { say, base } = context;
  const { path, reply, conversation } = page;
  const title = say('web_weergave_kop');
  const content = html`${h1(title)}
    <div class="answer">
      <div class="drawn">${renderReply(reply, { say, base, conversation, view: 'conversation' })}</div>
      ${renderPreviews(reply, parts)}
    </div>`;
  const scripts = ['previews.js', 'chat.js'] as const;
  const styles = ['previews.css'] as const;
  return layout(context, { path, title, content, scripts, styles, isPublic: false });
}

/** What belongs to the kind of page: of an entry, what can be done with it; the privacy text of `/over`. */
function belowReply(context: PageContext, reply: Reply): Html {
  if (reply.kind === 'about') return privacy(context);
  return reply.kind === 'checklist'
    ? NOTHING
    : html`${actions(reply, context)} ${previewsLink(context, reply)}`;
}

function previewsLink({ say, base, hasPreviews }: PageContext, reply: Reply): Html {
  const entry = entryOf(reply);
  if (entry === undefined || !hasPreviews) return NOTHING;
  const address = `${base}/voorbeeld/${pathOfEntry(entry)}`;
  return html`<p class="elsewhere"><a class="nl-link" href="${address}">${say('web_weergave_link')}</a></p>`;
}

function privacy({ say }: PageContext): Html {
  return html`<section id="privacy">
    <h2 class="nl-heading nl-heading--level-2">${say('web_privacy')}</h2>
    <p class="nl-paragraph">${say('web_gegevens')}</p>
    <p class="nl-paragraph">${say('web_tabblad')}</p>
  </section>`;
}

/** What a page that says something went otherwise shows. */
interface Message {
  readonly path: string;
  readonly title: string;
  readonly text?: string;
  /** What stands below the text. */
  readonly below?: Html;
  /** Address of the page to go back to; the conversation when absent. */
  readonly back?: string | undefined;
  /** The conversation of the field to ask in; no field when absent. */
  readonly conversation?: string;
}

/** Returns a page with a heading and a text, for example why a request was refused. */
export function messagePage(
  context: PageContext,
  { title, text, below, path, back, conversation }: Message,
): Html {
  const { say, base } = context;
  const links = [
    ...(back === undefined ? [] : [[back, say('web_terug')] as const]),
    conversation === undefined
      ? ([`${base}/`, say('web_gesprek')] as const)
      : ([`${base}/onderwerpen`, say('onderwerpen_knop')] as const),
  ];
  const content = html`${h1(title)}
  ${text === undefined ? NOTHING : html`<p class="nl-paragraph">${text}</p>`} ${below ?? NOTHING}
  ${conversation === undefined ? NOTHING : html`<div class="ask">${askForm(conversation, context)}</div>`}
  ${links.map(
    ([address, label]) => html`<p class="nl-paragraph"><a class="nl-link" href="${address}">${label}</a></p>`,
  )}`;
  return layout(context, { path, title, content, isPublic: false });
}

/** Returns the heading of a page. */
export function h1(text: string): Html {
  return html`<h1 class="nl-heading nl-heading--level-1">${text}</h1>`;
}

function headingOf({ blocks }: Reply): string | undefined {
  return blocks.find((block) => block.kind === 'heading')?.text;
}
