// Sends questions and votes without a page load. Without this script, each answer is a page.

const log = document.getElementById('gesprek');

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement)) return;
  const button = event.submitter instanceof HTMLButtonElement ? event.submitter : undefined;
  if (form.matches('[data-ask]') && log !== null) {
    event.preventDefault();
    ask(form, button);
  } else if (form.matches('[data-vote]')) {
    event.preventDefault();
    void vote(form, button);
  }
});

/** The last request, after which the next one is sent: answers come in the order of the questions. */
let last = Promise.resolve();

/**
 * @param {HTMLFormElement} form
 * @param {HTMLButtonElement | undefined} button
 */
function ask(form, button) {
  const input = form.querySelector('input[type=text]');
  const fields = fieldsOf(form, button);
  const shown = input instanceof HTMLInputElement ? input.value : (button?.textContent ?? '').trim();
  if (input instanceof HTMLInputElement) input.value = '';
  const question = shown.trim() === '' ? undefined : addQuestion(shown);
  last = last.then(async () => {
    const answered = await post('/api/vraag', fields);
    addAnswer(answered, question);
  });
}

/** @param {string} text */
function addQuestion(text) {
  const template = document.getElementById('jouw-vraag');
  const copy = template instanceof HTMLTemplateElement ? template.content.cloneNode(true) : undefined;
  const element = copy instanceof DocumentFragment ? copy.firstElementChild : null;
  if (element === null) return undefined;
  const words = element.querySelector('span:last-child');
  if (words !== null) words.textContent = text;
  log?.append(element);
  element.scrollIntoView({ block: 'nearest' });
  return element;
}

/**
 * @param {Record<string, unknown> | undefined} answered
 * @param {Element | undefined} question
 */
function addAnswer(answered, question) {
  const range = document.createRange();
  if (typeof answered?.['html'] === 'string') {
    // Escaped by the server.
    log?.append(range.createContextualFragment(answered['html']));
  } else {
    const note = document.createElement('p');
    note.className = 'answer';
    const failed = document.querySelector('[data-failed]')?.getAttribute('data-failed') ?? '';
    note.textContent = typeof answered?.['error'] === 'string' ? answered['error'] : failed;
    log?.append(note);
  }
  const start = question ?? log?.lastElementChild;
  start?.scrollIntoView({ block: 'start' });
  document.dispatchEvent(new CustomEvent('answered'));
}

/**
 * @param {HTMLFormElement} form
 * @param {HTMLButtonElement | undefined} button
 */
async function vote(form, button) {
  const thanks = form.querySelector('.thanks');
  const answered = await post('/api/stem', fieldsOf(form, button));
  const failed = document.querySelector('[data-failed]')?.getAttribute('data-failed') ?? '';
  const text = answered?.['text'] ?? answered?.['error'];
  if (thanks !== null) thanks.textContent = typeof text === 'string' ? text : failed;
  if (answered?.['counted'] === true) button?.classList.add('nl-button--pressed');
}

/**
 * @param {HTMLFormElement} form
 * @param {HTMLButtonElement | undefined} button
 */
function fieldsOf(form, button) {
  return Object.fromEntries(new FormData(form, button));
}

/**
 * Returns what the server answers; `undefined` when it cannot be reached.
 * @param {string} address
 * @param {object} fields
 * @returns {Promise<Record<string, unknown> | undefined>}
 */
async function post(address, fields) {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(fields),
      signal: AbortSignal.timeout(15_000),
    });
    return await response.json();
  } catch {
    return undefined;
  }
}
