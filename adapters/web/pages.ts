import { randomUUID } from 'node:crypto';
import type { Reply } from '../../src/core/index.ts';
import { html, NOTHING, raw, textOf } from './html.ts';
import type { Html } from './html.ts';
import { layout } from './layout.ts';
import type { PageContext, Page } from './layout.ts';
import type { Outline } from './outline.ts';
import { renderPreviews } from './previews.ts';
import type { PreviewParts } from './previews.ts';
import { FIELD } from './read.ts';
import { addressOf, hiddenField, renderReply } from './render.ts';

/** A question with its answer, as they stand in the conversation. */
export interface Turn {
  /** What the person typed; absent when a button was pressed, for then the answer says it. */
  readonly question?: string;
  readonly answer: Html;
}

/** `/`: the conversation, with what was asked in the address or with the form. */
export function conversationPage(frame: PageContext, conversation: string, turn: Turn | undefined): Html {
  const { say } = frame;
  const title = say('web_kop');
  const content = html`<h1 class="nl-heading nl-heading--level-1">${title}</h1>
    ${turn === undefined ? introduction(frame, conversation) : NOTHING}
    <div class="log" id="gesprek" role="log" aria-live="polite" aria-label="${say('web_gesprek')}">
      ${turn === undefined ? NOTHING : [renderQuestion(turn.question, frame), turn.answer]}
    </div>
    <div class="ask">${askForm(conversation, frame)}</div>
    <template id="jouw-vraag">${renderQuestion('-', frame)}</template>`;
  return layout(frame, {
    path: '/',
    title,
    content,
    scripts: frame.hasPreviews ? ['chat.js', 'previews.js'] : ['chat.js'],
    isPublic: turn === undefined,
  });
}

/** Stands for the conversation in what is drawn once for everybody. */
const ANY_CONVERSATION = randomUUID();

/** Draws a reply as an answer of a conversation. */
export type RenderAnswer = (reply: Reply, conversation: string) => Html;

/**
 * Makes the drawer of answers: a landmark to jump to, with its own address and other channels' looks below it. The same
 * reply is drawn once, for all conversations: that is most of the work.
 */
export function createAnswerRenderer(drawing: PreviewParts): RenderAnswer {
  const { say } = drawing;
  const drawn = new WeakMap<Reply, string>();
  const draw = (reply: Reply) =>
    html`<article class="answer" aria-label="${say('web_bot')}">
      <div class="drawn">
        ${renderReply(reply, { say, conversation: ANY_CONVERSATION, view: 'talk' })}
        ${permanentLink(reply, say)}
      </div>
      ${renderPreviews(reply, drawing)}
    </article>`;
  return (reply, conversation) => {
    const text = drawn.get(reply) ?? textOf(draw(reply));
    drawn.set(reply, text);
    return raw(text.replaceAll(ANY_CONVERSATION, () => textOf(html`${conversation}`)));
  };
}

function permanentLink({ entry, kind, language }: Reply, say: PageContext['say']): Html {
  if (entry === undefined || kind === 'social' || kind === 'help') return NOTHING;
  const address = kind === 'checklist' ? '/zelfcheck' : addressOf({ value: `entry:${entry}` });
  const label =
    kind === 'checklist' ? say('zelfcheck_knop', {}, language) : say('web_vaste_link', {}, language);
  return html`<p class="permanent" lang="${language}"><a class="nl-link" href="${address}">${label}</a></p>`;
}

function renderQuestion(question: string | undefined, { say }: PageContext): Html {
  if (question === undefined) return NOTHING;
  return html`<p class="asked"><span class="hidden">${say('web_jij')} </span><span>${question}</span></p>`;
}

function introduction({ say, hasChecklist }: PageContext, conversation: string): Html {
  const choices = [say('web_voorbeeld')].filter((text) => text !== '');
  const steps = {
    kind: 'choices',
    lead: say('web_voorbeelden'),
    choices: [
      ...choices.map((text) => ({ label: text, value: text })),
      { label: say('onderwerpen_knop'), value: 'onderwerpen' },
      ...(hasChecklist ? [{ label: say('zelfcheck_knop'), value: 'zelfcheck' }] : []),
    ],
  } as const;
  const blocks = [
    { kind: 'paragraph', text: say('web_uitleg') },
    { kind: 'paragraph', text: say('web_gegevens') },
    steps,
  ] as const;
  const language = say('web_taal') === 'en' ? 'en' : 'nl';
  return renderReply({ kind: 'help', language, blocks }, { say, conversation, view: 'talk' });
}

/**
 * The question, with the button behind it; a plain form when there is no JavaScript. `about`: the entry that the page
 * shows.
 */
function askForm(conversation: string, { say }: PageContext, about?: string): Html {
  return html`<form method="post" action="/" data-ask data-failed="${say('web_geen_verbinding')}">
    ${hiddenField(FIELD.conversation, conversation)} ${about === undefined ? NOTHING : hiddenField(FIELD.entry, about)}
    <label for="vraag">${say('web_vraag')}</label>
    <div class="row">
      <input
        id="vraag"
        name="${FIELD.question}"
        type="text"
        maxlength="2000"
        autocomplete="off"
        enterkeyhint="send"
      />
      <button class="nl-button nl-button--primary">${say('web_verstuur')}</button>
    </div>
  </form>`;
}

/** A reply as a page of its own: `/vraag/<id>`, `/zelfcheck`, `/over`. */
export function replyPage(
  frame: PageContext,
  {
    path,
    reply,
    conversation,
  }: { readonly path: string; readonly reply: Reply; readonly conversation: string },
): Html {
  const heading = reply.blocks.find((block) => block.kind === 'heading')?.text;
  const title = heading ?? frame.say('web_bot');
  const content = html`${heading === undefined ? h1(title) : NOTHING}
    ${renderReply(reply, { say: frame.say, conversation, view: 'page' })}
    <section class="ask" aria-label="${frame.say('web_vervolg')}">
      ${askForm(conversation, frame, reply.entry)}
    </section>`;
  const scripts = ['self-check.js', 'chat.js'] as const;
  return layout(frame, { path, title, content, scripts });
}

/** `/onderwerpen`. */
export function topicsPage(frame: PageContext, { heading, topics }: Outline): Html {
  const content = html`${h1(heading)}
  ${topics.map(
    ({ label, entries }) =>
      html`<section>
        <h2 class="nl-heading nl-heading--level-2">${label}</h2>
        <ul class="entries">
          ${entries.map(
            (entry) => html`<li><a class="nl-link" href="${addressOf(entry)}">${entry.label}</a></li>`,
          )}
        </ul>
      </section>`,
  )}`;
  return layout(frame, { path: '/onderwerpen', title: heading, content });
}

/** A heading and some text: thanks, or why there is nothing else. */
export function messagePage(
  frame: PageContext,
  { title, text, ...page }: Pick<Page, 'path' | 'title'> & { readonly text: string },
): Html {
  const content = html`${h1(title)}
    <p class="nl-paragraph">${text}</p>
    <p class="nl-paragraph"><a class="nl-link" href="/">${frame.say('web_gesprek')}</a></p>`;
  return layout(frame, { ...page, title, content, isPublic: false });
}

function h1(text: string): Html {
  return html`<h1 class="nl-heading nl-heading--level-1">${text}</h1>`;
}
