// Sends questions without a page load. Without this script, each answer is a page.

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement)) return;
  const button = event.submitter instanceof HTMLButtonElement ? event.submitter : undefined;
  if (form.matches('[data-ask]') && log !== null) {
    event.preventDefault();
    askWith(form, button);
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
/** Milliseconds after which waiting is shown: most answers are there sooner. */
const WAIT_MS = 300;

/** The last request, after which the next one is sent: answers come in the order of the questions and votes. */
let last = Promise.resolve();

/** @param {string} name */
const word = (name) => document.querySelector('.ask-form')?.getAttribute(`data-${name}`) ?? '';

/**
 * @param {HTMLFormElement} form
 * @param {HTMLButtonElement | undefined} button
 */
function askWith(form, button) {
  const input = form.querySelector('input[type=text]');
  if (input instanceof HTMLInputElement) {
    // Enter was pressed twice: the first time emptied the field.
    if (input.value.trim() === '' && turnsIn().length > 0) {
      input.focus();
      return;
    }
  } else if (button !== undefined) {
    if (busy.has(button)) return;
    busy.add(button);
  }
  // Whatever answer the button is part of: the conversation is the one that goes on.
  const fields = { ...fieldsOf(form, button), gesprek: conversationOf() };
  const typed = input instanceof HTMLInputElement ? input.value : undefined;
  if (input instanceof HTMLInputElement) input.value = '';
  void ask(fields, typed ?? (button?.textContent ?? '').trim(), typed).then(() => {
    if (button !== undefined) setTimeout(() => busy.delete(button), BUSY_MS);
  });
}

/**
 * Asks, and shows the answer or what went wrong.
 * @param {Record<string, unknown>} fields
 * @param {string} shown
 * @param {string | undefined} typed
 */
function ask(fields, shown, typed) {
  for (const failed of log?.querySelectorAll('.failed') ?? []) failed.remove();
  const question = shown.trim() === '' ? undefined : addQuestion(shown);
  const waiting = document.createElement('p');
  waiting.className = 'answer waiting';
  waiting.textContent = word('waiting');
  last = last.then(async () => {
    const timer = setTimeout(() => log?.append(waiting), WAIT_MS);
    const answered = await post('/api/vraag', fields);
    clearTimeout(timer);
    waiting.remove();
    if (typeof answered?.['html'] === 'string') addAnswer(answered['html'], question);
    else {
      const error = typeof answered?.['error'] === 'string' ? answered['error'] : word('failed');
      addFailure(error, question, typed, () => void ask(fields, shown, typed));
    }
  });
  return last;
}

/** @param {string} text */
function addQuestion(text) {
  const template = document.getElementById('jouw-vraag');
  const copied = template instanceof HTMLTemplateElement ? template.content.cloneNode(true) : undefined;
  const element = copied instanceof DocumentFragment ? copied.firstElementChild : null;
  if (element === null) return undefined;
  const words = element.querySelector('span:last-child');
  if (words !== null) words.textContent = text;
  log?.append(element);
  element.scrollIntoView({ block: 'nearest' });
  return element;
}

/**
 * @param {string} html
 * @param {Element | undefined} question
 */
function addAnswer(html, question) {
  // Escaped by the server.
  log?.append(document.createRange().createContextualFragment(html));
  const start = question ?? log?.lastElementChild;
  start?.scrollIntoView({ block: 'start' });
  // The bot remembers a later answer than that of the page.
  document.querySelector('.ask [name=antwoord]')?.remove();
  showFresh();
  keep();
}

/**
 * Puts the question back where it was typed, and offers to ask it again.
 * @param {string} error
 * @param {Element | undefined} question
 * @param {string | undefined} typed
 * @param {() => void} retry
 */
function addFailure(error, question, typed, retry) {
  const note = document.createElement('div');
  note.className = 'answer failed';
  const text = document.createElement('p');
  text.textContent = error;
  const again = document.createElement('button');
  again.type = 'button';
  again.className = 'nl-button nl-button--secondary';
  again.textContent = word('again');
  note.append(text, again);
  question?.remove();
  log?.append(note);
  note.scrollIntoView({ block: 'nearest' });
  const input = document.getElementById('vraag');
  const field = input instanceof HTMLInputElement ? input : undefined;
  // What was typed meanwhile stays.
  if (field !== undefined && typed !== undefined && field.value === '') field.value = typed;
  again.addEventListener('click', () => {
    if (field !== undefined && field.value === typed) field.value = '';
    field?.focus();
    retry();
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
 * @param {string} path
 * @param {object} fields
 * @returns {Promise<Record<string, unknown> | undefined>}
 */
async function post(path, fields) {
  try {
    const response = await fetch(`${base}${path}`, {
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
