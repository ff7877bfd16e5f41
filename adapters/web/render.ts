import type { Assistant } from '../../src/assistant/index.ts';
import type { Block, Choice, Citation, Language, Reply } from '../../src/core/index.ts';
import { html, NOTHING } from './html.ts';
import type { Html } from './html.ts';
import { FIELD } from './read.ts';

/** Where a reply is drawn. */
export interface RenderContext {
  readonly say: Assistant['say'];
  readonly conversation: string;
  /**
   * `talk`: an answer in the conversation; buttons ask on. `page`: a page of its own; its heading is the `h1`, buttons
   * are links, and the checklist can be filled in.
   */
  readonly view: 'talk' | 'page';
}

/** Draws all blocks of a reply, in order. */
export function renderReply(reply: Reply, drawing: RenderContext): Html {
  return html`<div lang="${reply.language}">
    ${reply.blocks.map((block) => renderBlock(block, reply, drawing))}
  </div>`;
}

function renderBlock(block: Block, { language, blocks }: Reply, drawing: RenderContext): Html {
  switch (block.kind) {
    case 'heading':
      return drawing.view === 'page' && block === blocks.find(({ kind }) => kind === 'heading')
        ? html`<h1 class="nl-heading nl-heading--level-1">${block.text}</h1>`
        : html`<h2 class="nl-heading nl-heading--level-2">${block.text}</h2>`;
    case 'paragraph':
      return html`<p class="nl-paragraph">${block.text}</p>`;
    case 'quote':
      return quote(html`<p class="nl-paragraph">“${block.text}”</p>`, block);
    case 'list':
      return html`<ul>
        ${block.items.map((item) => html`<li>${item}</li>`)}
      </ul>`;
    case 'choices':
      return drawing.view === 'page' ? links(block) : buttons(block, drawing);
    case 'checklist':
      return drawing.view === 'page' ? checklistForm(block, language, drawing) : checklistQuote(block);
    case 'feedback':
      return feedback(block, language, drawing);
    case 'link':
      // Only what opens a web page: another scheme could run a script.
      return /^https?:\/\//i.test(block.url)
        ? html`<p class="nl-paragraph"><a class="nl-link" href="${block.url}">${block.text}</a></p>`
        : html`<p class="nl-paragraph">${block.text}: ${block.url}</p>`;
  }
}

type Of<Kind extends Block['kind']> = Extract<Block, { readonly kind: Kind }>;

/** Words of the source, with where they stand. */
function quote(
  words: Html,
  { language, source }: { readonly language: Language; readonly source: Citation },
): Html {
  return html`<figure class="quote">
    <blockquote lang="${language}">${words}</blockquote>
    <figcaption>${source.label}</figcaption>
  </figure>`;
}

function buttons({ lead, choices }: Of<'choices'>, { conversation }: RenderContext): Html {
  return html`<form class="choices" method="post" action="/" data-ask>
    ${hiddenField(FIELD.conversation, conversation)} ${leadOf(lead)}
    <ul>
      ${choices.map(
        ({ label, value }) =>
          html`<li>
            <button class="nl-button nl-button--secondary" name="${FIELD.choice}" value="${value}">
              ${label}
            </button>
          </li>`,
      )}
    </ul>
  </form>`;
}

function links({ lead, choices }: Of<'choices'>): Html {
  return html`<nav class="choices" aria-label="${lead}">
    ${leadOf(lead)}
    <ul>
      ${choices.map(
        (choice) => html`<li><a class="nl-link" href="${addressOf(choice)}">${choice.label}</a></li>`,
      )}
    </ul>
  </nav>`;
}

function leadOf(lead: string | undefined): Html {
  return lead === undefined ? NOTHING : html`<p class="nl-paragraph lead">${lead}:</p>`;
}

const PAGE_OF: Readonly<Record<string, string>> = {
  zelfcheck: '/zelfcheck',
  onderwerpen: '/onderwerpen',
  over: '/over',
};

/** The page that shows what a button asks for. */
export function addressOf({ value }: Pick<Choice, 'value'>): string {
  if (value.startsWith('entry:')) return `/vraag/${encodeURIComponent(value.slice('entry:'.length))}`;
  return PAGE_OF[value] ?? `/?${FIELD.question}=${encodeURIComponent(value)}`;
}

function checklistQuote(block: Of<'checklist'>): Html {
  const questions = block.questions.map((question) => html`<li>${question}</li>`);
  return quote(
    html`<ol>
      ${questions}
    </ol>`,
    block,
  );
}

/** The questions with a choice for each. It has no address to send to, and works without JavaScript as far as it goes. */
function checklistForm(block: Of<'checklist'>, language: Language, { say }: RenderContext): Html {
  const word = (key: Parameters<typeof say>[0]) => say(key, {}, language);
  const options = [
    ['ja', word('web_ja')],
    ['nee', word('web_nee')],
    ['weet-niet', word('web_weet_niet')],
  ] as const;
  const questions = block.questions.map(
    (question, place) =>
      html`<fieldset>
        <legend lang="${block.language}">${place + 1}. ${question}</legend>
        <div class="options">
          ${options.map(
            ([value, label]) =>
              html`<label class="option"
                ><input type="radio" name="vraag-${place + 1}" value="${value}" /> ${label}</label
              >`,
          )}
        </div>
      </fieldset>`,
  );
  return html`<form
    class="self-check"
    data-self-check
    data-yes="${word('web_zelfcheck_ja')}"
    data-doubt="${word('web_zelfcheck_twijfel')}"
  >
    ${questions}
    <p class="source">${block.source.label}</p>
    <p class="nl-paragraph">${word('web_zelfcheck_bewaart_niets')}</p>
    <p class="outcome" role="status"></p>
    <button class="nl-button nl-button--secondary" type="reset">${word('web_wissen')}</button>
  </form>`;
}

function feedback(block: Of<'feedback'>, language: Language, { say, conversation, view: place }: RenderContext): Html {
  const vote = (value: string, label: string) =>
    html`<button class="nl-button nl-button--secondary" name="${FIELD.useful}" value="${value}">
      ${label}
    </button>`;
  // The conversation itself is announced already.
  const thanks = place === 'page' ? html`<p class="thanks" role="status"></p>` : html`<p class="thanks"></p>`;
  return html`<form class="feedback" method="post" action="/stem" data-vote>
    <fieldset>
      <legend class="hidden">${say('web_mening', {}, language)}</legend>
      ${hiddenField(FIELD.conversation, conversation)} ${hiddenField(FIELD.entry, block.entry)}
      ${vote('ja', block.useful)} ${vote('nee', block.notUseful)} ${thanks}
    </fieldset>
  </form>`;
}

export function hiddenField(name: string, value: string): Html {
  return html`<input type="hidden" name="${name}" value="${value}" />`;
}
