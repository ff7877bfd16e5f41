import type { Language } from '../../src/core/index.ts';
import { hiddenField } from './forms.ts';
import type { BlockOf, RenderContext } from './forms.ts';
import { html } from '../../src/pages/index.ts';
import type { Html } from '../../src/pages/index.ts';
import { FIELD } from './read.ts';

/** Returns the form to vote on an answer. */
export function feedbackForm(
  block: BlockOf<'feedback'>,
  language: Language,
  { conversation, base, view }: RenderContext,
): Html {
  const vote = (value: string, label: string) =>
    html`<button class="nl-button nl-button--secondary" name="${FIELD.useful}" value="${value}">
      ${label}
    </button>`;
  return html`<form class="feedback" method="post" action="${base}/stem" data-vote>
    <fieldset>
      <legend>${block.question}</legend>
      ${hiddenField(FIELD.conversation, conversation)} ${hiddenField(FIELD.entry, block.entry)}
      ${hiddenField(FIELD.language, language)} ${vote('ja', block.useful)} ${vote('nee', block.notUseful)}
      ${thanksOf(view)}
    </fieldset>
  </form>`;
}

/** Returns the form to say why an answer was not useful: each button is a vote with a reason. */
export function reasonsForm(
  block: BlockOf<'reasons'>,
  language: Language,
  { conversation, base, view }: RenderContext,
): Html {
  return html`<form class="feedback reasons" method="post" action="${base}/stem" data-vote>
    <fieldset>
      <legend>${block.question}</legend>
      ${hiddenField(FIELD.conversation, conversation)} ${hiddenField(FIELD.entry, block.entry)}
      ${hiddenField(FIELD.language, language)} ${hiddenField(FIELD.useful, 'nee')}
      ${block.reasons.map(
        ({ reason, label }) =>
          html`<button class="nl-button nl-button--secondary" name="${FIELD.reason}" value="${reason}">
            ${label}
          </button>`,
      )}
      ${thanksOf(view)}
    </fieldset>
  </form>`;
}

/** Where the script says what became of a vote. In a conversation, the `log` element around it is a live region already. */
function thanksOf(view: RenderContext['view']): Html {
  return view === 'page' ? html`<p class="thanks" role="status"></p>` : html`<p class="thanks"></p>`;
}
