import type { Block, Language } from '../../src/core/index.ts';
import { html, NOTHING } from '../../src/pages/index.ts';
import type { Html } from '../../src/pages/index.ts';
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
   * heading is the `h1`, and buttons are links.
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

/** Returns the translation of a question on a line of its own; empty without one. */
export function translationOf(
  { translations }: BlockOf<'checklist'>,
  index: number,
  language: Language,
): Html {
  const text = translations?.[index];
  return text === undefined ? NOTHING : html`<span class="translation" lang="${language}">${text}</span>`;
}

/** Returns a hidden field of a form. */
export function hiddenField(name: string, value: string): Html {
  return html`<input type="hidden" name="${name}" value="${value}" />`;
}
