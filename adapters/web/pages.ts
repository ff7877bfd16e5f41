import type { Reply } from '../../src/core/index.ts';
import { html, NOTHING } from './html.ts';
import type { Html } from './html.ts';
import { layout } from './layout.ts';
import type { PageContext, Page } from './layout.ts';
import type { Outline, OutlineGroup } from './outline.ts';
import { FIELD } from './read.ts';
import { addressOf } from './address.ts';
import { hiddenField } from './forms.ts';
import { renderReply } from './render.ts';

/** A question with its answer. */
export interface Turn {
  /** What the person typed; absent when a button was pressed, because the answer holds the question then. */
  readonly question?: string;
  readonly answer: Html;
}

/**
 * Returns `/`: the conversation, with the turn that was asked in the address or with the form. `typed` is put in the
 * field, not asked.
 */
export function conversationPage(
  context: PageContext,
  conversation: string,
  turn: Turn | undefined,
  typed = '',
): Html {
  const { say } = context;
  const title = say('web_kop');
  const content = html`<h1 class="nl-heading nl-heading--level-1">${title}</h1>
    ${turn === undefined ? introduction(context, conversation) : NOTHING}
    <div class="log" id="gesprek" role="log" aria-live="polite" aria-label="${say('web_gesprek')}">
      ${turn === undefined ? NOTHING : [renderQuestion(turn.question, context), turn.answer]}
    </div>
    <div class="ask">${askForm(conversation, context, { typed })}</div>
    <template id="jouw-vraag">${renderQuestion('-', context)}</template>`;
  return layout(context, {
    path: '/',
    title,
    content,
    scripts: context.hasPreviews ? ['chat.js', 'previews.js'] : ['chat.js'],
    isPublic: turn === undefined && typed === '',
  });
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
  return renderReply({ kind: 'help', language, blocks }, { say, conversation, view: 'conversation' });
}

/** What the form shows and sends besides the conversation. */
interface AskParts {
  /** Id of the entry on the page. */
  readonly about?: string | undefined;
  /** Text that is already in the field. */
  readonly typed?: string;
}

/** The form to ask a question. */
function askForm(conversation: string, { say }: PageContext, { about, typed = '' }: AskParts): Html {
  return html`<form method="post" action="/" data-ask data-failed="${say('web_geen_verbinding')}">
    ${hiddenField(FIELD.conversation, conversation)}
    ${about === undefined ? NOTHING : hiddenField(FIELD.entry, about)}
    <label for="vraag">${say('web_vraag')}</label>
    <div class="row">
      <input
        id="vraag"
        name="${FIELD.question}"
        type="text"
        value="${typed}"
        autocomplete="off"
        enterkeyhint="send"
      />
      <button class="nl-button nl-button--primary">${say('web_verstuur')}</button>
    </div>
  </form>`;
}

/** Returns the page of a reply: `/vraag/<guidance>/<entry>`, `/zelfcheck` or `/over`. */
export function replyPage(
  context: PageContext,
  {
    path,
    reply,
    conversation,
  }: { readonly path: string; readonly reply: Reply; readonly conversation: string },
): Html {
  const heading = reply.blocks.find((block) => block.kind === 'heading')?.text;
  const title = heading ?? context.say('web_bot');
  const content = html`${heading === undefined ? h1(title) : NOTHING}
    ${renderReply(reply, { say: context.say, conversation, view: 'page' })}
    <section class="ask" aria-label="${context.say('web_vervolg')}">
      ${askForm(conversation, context, { about: reply.entry })}
    </section>`;
  const scripts = ['self-check.js', 'chat.js'] as const;
  return layout(context, { path, title, content, scripts });
}

/** Returns `/onderwerpen`: all topics with links to their questions; of several guidances under the title of each. */
export function topicsPage(context: PageContext, { heading, groups }: Outline): Html {
  const content = html`${h1(heading)} ${groups.map(topicsOf)}`;
  return layout(context, { path: '/onderwerpen', title: heading, content });
}

function topicsOf({ title, topics }: OutlineGroup): Html {
  const headingOf = (label: string) =>
    title === undefined
      ? html`<h2 class="nl-heading nl-heading--level-2">${label}</h2>`
      : html`<h3 class="nl-heading nl-heading--level-3">${label}</h3>`;
  return html`${title === undefined ? NOTHING : html`<h2 class="nl-heading nl-heading--level-2">${title}</h2>`}
  ${topics.map(
    ({ label, entries }) =>
      html`<section>
        ${headingOf(label)}
        <ul class="entries">
          ${entries.map(
            (entry) => html`<li><a class="nl-link" href="${addressOf(entry)}">${entry.label}</a></li>`,
          )}
        </ul>
      </section>`,
  )}`;
}

/** Returns a page with a heading and a text, for example why a request was refused. */
export function messagePage(
  context: PageContext,
  { title, text, ...page }: Pick<Page, 'path' | 'title'> & { readonly text: string },
): Html {
  const content = html`${h1(title)}
    <p class="nl-paragraph">${text}</p>
    <p class="nl-paragraph"><a class="nl-link" href="/">${context.say('web_gesprek')}</a></p>`;
  return layout(context, { ...page, title, content, isPublic: false });
}

function h1(text: string): Html {
  return html`<h1 class="nl-heading nl-heading--level-1">${text}</h1>`;
}
