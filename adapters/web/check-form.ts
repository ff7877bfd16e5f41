import { CHECK_ANSWERS, questionMark } from '../../src/core/index.ts';
import type { Reply } from '../../src/core/index.ts';
import { citation } from './citation.ts';
import { hiddenField, translationOf } from './forms.ts';
import type { BlockOf, RenderContext } from './forms.ts';
import { html, NOTHING } from '../../src/pages/index.ts';
import type { Html } from '../../src/pages/index.ts';
import { checkField, FIELD } from './read.ts';

/**
 * Returns the self-check as a form with radio buttons. With JavaScript it is never sent: the script shows the outcome, and
 * without it the bot does.
 */
export function checklistForm(
  block: BlockOf<'checklist'>,
  { language, entry }: Reply,
  { say, base, conversation, view }: RenderContext,
): Html {
  const word = (key: Parameters<typeof say>[0], values = {}) => say(key, values, language);
  const options = Object.entries(CHECK_ANSWERS).map(([value, key]) => [value, word(key)] as const);
  const questions = block.questions.map(
    (question, index) =>
      html`<fieldset data-question="${block.translations?.[index] ?? question}">
        <legend lang="${block.language}">
          ${index + 1}. ${question}${translationOf(block, index, language)}
        </legend>
        <div class="options">
          ${options.map(
            ([value, label]) =>
              html`<label class="option"
                ><input
                  type="radio"
                  name="${checkField(index)}"
                  value="${value}"
                  ${value === block.chosen?.[index] ? html`checked` : NOTHING}
                />
                ${label}</label
              >`,
          )}
        </div>
      </fieldset>`,
  );
  // In a conversation, the `log` element around it is a live region already.
  const outcome =
    view === 'page' ? html`<div class="outcome" role="status"></div>` : html`<div class="outcome"></div>`;
  // The script fills in what was chosen.
  const chosen = word('zelfcheck_gekozen', { vraag: '%vraag%', antwoord: '%antwoord%' });
  return html`<form
    class="self-check"
    method="post"
    action="${base}/zelfcheck"
    autocomplete="off"
    data-self-check
    data-yes="${word('zelfcheck_overal_ja')}"
    data-doubt="${word('zelfcheck_anders')}"
    data-missing="${word('zelfcheck_alle')}"
    data-chosen="${chosen}"
  >
    ${hiddenField(FIELD.conversation, conversation)} ${hiddenField(FIELD.language, language)}
    ${entry === undefined ? NOTHING : hiddenField(FIELD.entry, entry)}
    ${hiddenField(FIELD.asked, block.questions.map(questionMark).join(' '))}
    ${block.lead === undefined ? NOTHING : html`<p class="nl-paragraph" lang="${block.language}">${block.lead}</p>`}
    ${questions}
    <p class="source">${citation(block.source, base)}</p>
    <div class="own">
      <p class="nl-paragraph needs-script">${word('web_zelfcheck_bewaart_niets')}</p>
      <noscript><p class="nl-paragraph">${word('zelfcheck_bewaard')}</p></noscript>
      ${outcome}
      <button class="nl-button nl-button--secondary">${word('zelfcheck_tips')}</button>
      <button class="nl-button nl-button--secondary needs-script" type="reset">${word('web_wissen')}</button>
    </div>
  </form>`;
}
