import type { Block, Language } from '../../src/core/index.ts';
import { citation } from './citation.ts';
import { html, NOTHING } from './html.ts';
import type { Html } from './html.ts';
import { FIELD } from './read.ts';
import type { WebAssistant } from './texts.ts';

/** How a reply is rendered. */
export interface RenderContext {
  readonly say: WebAssistant['say'];
  readonly conversation: string;
  /** Path before every address: empty, or like `/bot`. */
  readonly base: string;
  /**
   * `conversation`: an answer in the conversation; buttons ask the next question. `page`: a page of its own; its first
   * heading is the `h1`, buttons are links, and the checklist is a form.
   */
  readonly view: 'conversation' | 'page';
}

/** A block of one kind. */
export type BlockOf<Kind extends Block['kind']> = Extract<Block, { readonly kind: Kind }>;

/** Returns the buttons of a block as a form. */
export function choicesForm(
  { lead, choices }: BlockOf<'choices'>,
  language: Language,
  { conversation, base }: RenderContext,
): Html {
  return html`<form class="choices" method="post" action="${base}/" data-ask>
    ${hiddenField(FIELD.conversation, conversation)} ${hiddenField(FIELD.language, language)} ${leadOf(lead)}
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

/** Returns the line above a list of choices; empty without one. */
export function leadOf(lead: string | undefined): Html {
  return lead === undefined ? NOTHING : html`<p class="nl-paragraph lead">${lead}:</p>`;
}

/**
 * Returns the checklist as a form with radio buttons. It is never sent; the page's script shows the outcome, and without
 * script the advice is in the reply.
 */
export function checklistForm(
  block: BlockOf<'checklist'>,
  language: Language,
  { say, base }: RenderContext,
): Html {
  const word = (key: Parameters<typeof say>[0]) => say(key, {}, language);
  const options = [
    ['ja', word('web_ja')],
    ['nee', word('web_nee')],
    ['weet-niet', word('web_weet_niet')],
  ] as const;
  const questions = block.questions.map(
    (question, index) =>
      html`<fieldset>
        <legend lang="${block.language}">
          ${index + 1}. ${question}${translationOf(block, index, language)}
        </legend>
        <div class="options">
          ${options.map(
            ([value, label]) =>
              html`<label class="option"
                ><input type="radio" name="vraag-${index + 1}" value="${value}" /> ${label}</label
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
    ${block.lead === undefined ? NOTHING : html`<p class="nl-paragraph" lang="${block.language}">${block.lead}</p>`}
    ${questions}
    <p class="source">${citation(block.source, base)}</p>
    <p class="nl-paragraph">${word('web_zelfcheck_bewaart_niets')}</p>
    <p class="outcome" role="status"></p>
    <button class="nl-button nl-button--secondary" type="reset">${word('web_wissen')}</button>
  </form>`;
}

/** Returns the translation of a question on a line of its own; empty without one. */
export function translationOf(
  { translations }: BlockOf<'checklist'>,
  index: number,
  language: Language,
): Html {
  const text = translations?.[index];
  return text === undefined ? NOTHING : html`<span class="translation" lang="${language}">${text}</span>`;
}

/** Returns the form to vote on an answer. */
export function feedbackForm(
  block: BlockOf<'feedback'>,
  language: Language,
  { say, conversation, base, view }: RenderContext,
): Html {
  const vote = (value: string, label: string) =>
    html`<button class="nl-button nl-button--secondary" name="${FIELD.useful}" value="${value}">
      ${label}
    </button>`;
  // In a conversation, the `log` element around it is a live region already.
  const thanks = view === 'page' ? html`<p class="thanks" role="status"></p>` : html`<p class="thanks"></p>`;
  return html`<form class="feedback" method="post" action="${base}/stem" data-vote>
    <fieldset>
      <legend>${say('web_mening', {}, language)}</legend>
      ${hiddenField(FIELD.conversation, conversation)} ${hiddenField(FIELD.entry, block.entry)}
      ${hiddenField(FIELD.language, language)} ${vote('ja', block.useful)} ${vote('nee', block.notUseful)}
      ${thanks}
    </fieldset>
  </form>`;
}

/** Returns a hidden field of a form. */
export function hiddenField(name: string, value: string): Html {
  return html`<input type="hidden" name="${name}" value="${value}" />`;
}
