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
    vote(form, button);
  }
});

// The second click of a double click would ask again, or press what came in the place of the button.
document.addEventListener('click', (event) => {
  const isButton = event.target instanceof Element && event.target.closest('form button') !== null;
  if (isButton && event.detail > 1) event.preventDefault();
});

/**
 * Buttons that were pressed, until half a second after the answer: a key that is held down presses again and again.
 * @type {Set<HTMLButtonElement>}
 */
const busy = new Set();
const BUSY_MS = 500;

/** The last request, after which the next one is sent: answers come in the order of the questions and votes. */
let last = Promise.resolve();

/**
 * @param {HTMLFormElement} form
 * @param {HTMLButtonElement | undefined} button
 */
function ask(form, button) {
  const input = form.querySelector('input[type=text]');
  if (input instanceof HTMLInputElement) {
    // Enter was pressed twice: the first time emptied the field.
    if (input.value.trim() === '' && log?.firstElementChild !== null) {
      input.focus();
      return;
    }
  } else if (button !== undefined) {
    if (busy.has(button)) return;
    busy.add(button);
  }
  const fields = fieldsOf(form, button);
  const shown = input instanceof HTMLInputElement ? input.value : (button?.textContent ?? '').trim();
  if (input instanceof HTMLInputElement) input.value = '';
  const question = shown.trim() === '' ? undefined : addQuestion(shown);
  last = last.then(async () => {
    const answered = await post('/api/vraag', fields);
    addAnswer(answered, question);
    if (button !== undefined) setTimeout(() => busy.delete(button), BUSY_MS);
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
function vote(form, button) {
  // This vote was counted, or is under way.
  if (button === undefined || form.dataset['vote'] === button.value) return;
  form.dataset['vote'] = button.value;
  const fields = fieldsOf(form, button);
  last = last.then(async () => {
    const thanks = form.querySelector('.thanks');
    const answered = await post('/api/stem', fields);
    const failed = document.querySelector('[data-failed]')?.getAttribute('data-failed') ?? '';
    const text = answered?.['text'] ?? answered?.['error'];
    if (thanks !== null) thanks.textContent = typeof text === 'string' ? text : failed;
    if (answered?.['counted'] !== true) {
      if (form.dataset['vote'] === button.value) delete form.dataset['vote'];
      return;
    }
    form.querySelector('.nl-button--pressed')?.classList.remove('nl-button--pressed');
    button.classList.add('nl-button--pressed');
  });
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
