// Shows the outcome of a self-check, in this browser only. Nothing is sent or kept.

const ANSWERS = new Set(['yes', 'no', 'doubt']);

/** @param {Event} event */
const formOf = ({ target }) => {
  const form = target instanceof Element ? target.closest('form[data-self-check]') : null;
  return form instanceof HTMLFormElement ? form : undefined;
};

/**
 * What was chosen: a list for each question, because extensions of browsers change forms.
 * @param {HTMLFormElement} form
 */
function chosenIn(form) {
  return [...form.querySelectorAll('fieldset')].map((question) => ({
    question: question.dataset['question'] ?? '',
    inputs: [...question.querySelectorAll('input:checked')],
  }));
}

/** @param {Element | undefined} input */
const valueOf = (input) => input?.getAttribute('value') ?? '';

/**
 * @param {HTMLFormElement} form
 * @param {boolean} isSent whether the person wants the outcome, so that a missing answer is told
 */
function show(form, isSent) {
  const chosen = chosenIn(form);
  const isComplete =
    chosen.length > 0 &&
    chosen.every(({ inputs: [input, ...more] }) => ANSWERS.has(valueOf(input)) && more.length === 0);
  const doubts = chosen.filter(({ inputs: [input] }) => valueOf(input) !== 'yes');
  const { yes = '', doubt = '', missing = '', chosen: sentence = '' } = form.dataset;
  const text = document.createElement('p');
  text.textContent = isComplete ? (doubts.length === 0 ? yes : doubt) : missing;
  const list = document.createElement('ul');
  for (const { question, inputs } of doubts) {
    const item = document.createElement('li');
    const answer = inputs[0]?.closest('label')?.textContent.trim() ?? '';
    // In one go: a question may have braces of its own.
    item.textContent = sentence.replace(/%(vraag|antwoord)%/g, (_, name) =>
      name === 'vraag' ? question : answer,
    );
    list.append(item);
  }
  const shown = isComplete && doubts.length > 0 ? [text, list] : [text];
  form.querySelector('.outcome')?.replaceChildren(...(isComplete || isSent ? shown : []));
}

document.addEventListener('change', (event) => {
  const form = formOf(event);
  if (form !== undefined) show(form, false);
});
document.addEventListener('reset', (event) => {
  const form = formOf(event);
  // The form is reset after the event.
  if (form !== undefined) setTimeout(() => show(form, false));
});
document.addEventListener('submit', (event) => {
  const form = formOf(event);
  if (form === undefined) return;
  event.preventDefault();
  show(form, true);
});
for (const form of document.querySelectorAll('form[data-self-check]'))
  if (form instanceof HTMLFormElement) show(form, false);
