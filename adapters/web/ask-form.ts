import { hiddenField } from './forms.ts';
import { html, NOTHING } from '../../src/pages/index.ts';
import type { Html } from '../../src/pages/index.ts';
import type { PageContext } from './layout.ts';
import { FIELD } from './read.ts';

/** What the form shows and sends besides the conversation. */
interface AskParts {
  /** Id of the entry on the page. */
  readonly about?: string | undefined;
  /** Text that is already in the field. */
  readonly typed?: string;
}

/** Returns the form to ask a question, with the words that its script needs. */
export function askForm(
  conversation: string,
  { say, base }: Pick<PageContext, 'say' | 'base'>,
  { about, typed = '' }: AskParts = {},
): Html {
  return html`<form
    class="ask-form"
    method="post"
    action="${base}/"
    data-ask
    data-failed="${say('web_geen_verbinding')}"
    data-again="${say('web_opnieuw')}"
    data-waiting="${say('web_wacht')}"
    data-suggested="${say('web_suggesties')}"
    data-count="${say('web_suggesties_aantal', { aantal: '{aantal}' })}"
  >
    ${hiddenField(FIELD.conversation, conversation)}
    ${about === undefined ? NOTHING : hiddenField(FIELD.entry, about)}
    <label for="vraag">${say('web_vraag')}</label>
    <div class="row">
      <input
        id="vraag"
        name="${FIELD.question}"
        type="text"
        value="${typed}"
        placeholder="${say('web_plaats')}"
        autocomplete="off"
        enterkeyhint="send"
      />
      <button class="nl-button nl-button--primary">${say('web_verstuur')}</button>
    </div>
  </form>`;
}
