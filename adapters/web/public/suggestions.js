// Shows questions that the bot knows while somebody types one. Without this script it is a plain field.
// Roles and keys: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/

/** Milliseconds without a key before the bot is asked. */
const PAUSE_MS = 150;
const MIN_LETTERS = 3;

const askForm = document.querySelector('.ask-form');
const askField = askForm?.querySelector('input[type=text]');
if (askForm instanceof HTMLFormElement && askField instanceof HTMLInputElement) combine(askForm, askField);

/**
 * @param {HTMLFormElement} form
 * @param {HTMLInputElement} field
 */
function combine(form, field) {
  const list = document.createElement('ul');
  list.id = 'suggesties';
  list.className = 'suggestions';
  list.role = 'listbox';
  list.ariaLabel = form.dataset['suggested'] ?? '';
  list.hidden = true;
  const status = document.createElement('p');
  status.className = 'hidden';
  status.role = 'status';
  field.role = 'combobox';
  field.ariaAutoComplete = 'list';
  field.ariaExpanded = 'false';
  field.setAttribute('aria-controls', list.id);
  field.parentElement?.append(list);
  form.append(status);

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** Number of the last request: the answer to an earlier one is late. */
  let last = 0;
  /** The option that Enter picks; 0 is the first, -1 none. */
  let active = -1;

  const close = () => {
    clearTimeout(timer);
    last += 1;
    show([]);
  };

  /** @param {HTMLLIElement[]} options */
  const show = (options) => {
    list.replaceChildren(...options);
    list.hidden = options.length === 0;
    field.ariaExpanded = String(!list.hidden);
    status.textContent = list.hidden
      ? ''
      : (form.dataset['count'] ?? '').replace('{aantal}', String(options.length));
    activate(-1);
  };

  /** @param {number} place */
  const activate = (place) => {
    active = place;
    for (const [at, option] of [...list.children].entries()) option.ariaSelected = String(at === place);
    const option = list.children[place];
    if (option === undefined) field.removeAttribute('aria-activedescendant');
    else field.setAttribute('aria-activedescendant', option.id);
    option?.scrollIntoView({ block: 'nearest' });
  };

  const look = async () => {
    if (field.value.trim().length < MIN_LETTERS) return;
    last += 1;
    const asked = last;
    const taal = languageShown();
    const fields = { vraag: field.value, ...(taal !== undefined && { taal }) };
    const found = (await post('/api/suggesties', fields))?.['suggestions'];
    if (asked === last) show(Array.isArray(found) ? found.map(optionOf) : []);
  };

  /** @param {Element} option */
  const pick = (option) => {
    if (!(option instanceof HTMLElement)) return;
    const fields = { keuze: option.dataset['value'] ?? '', taal: option.lang };
    const text = option.textContent;
    field.value = '';
    close();
    if (log === null) submitWith(form, fields);
    else void ask({ ...fields, gesprek: conversationOf() }, text, undefined);
  };

  field.addEventListener('input', () => {
    clearTimeout(timer);
    if (field.value.trim().length < MIN_LETTERS) close();
    else timer = setTimeout(() => void look(), PAUSE_MS);
  });
  field.addEventListener('keydown', (event) => {
    // Keys of an input method, which writes with several keys, are its own.
    if (event.isComposing) return;
    const count = list.children.length;
    const option = list.children[active];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      // Beyond the last option is the field itself, and then the first one.
      const step = event.key === 'ArrowDown' ? 1 : count;
      if (list.hidden) void look();
      else activate(((active + 1 + step) % (count + 1)) - 1);
    } else if (event.key === 'Enter' && option !== undefined) {
      event.preventDefault();
      pick(option);
    } else if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      close();
    }
  });
  field.addEventListener('blur', close);
  form.addEventListener('submit', close);
  // The field keeps the focus, which would close the list before the click.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const option = event.target instanceof Element ? event.target.closest('[role=option]') : null;
    if (option !== null) pick(option);
  });
}

/**
 * @param {{ label: string, value: string, language: string }} suggestion
 * @param {number} place
 */
function optionOf({ label, value, language }, place) {
  const option = document.createElement('li');
  option.id = `suggestie-${place}`;
  option.role = 'option';
  option.lang = language;
  option.dataset['value'] = value;
  option.textContent = label;
  return option;
}

/** The language of the last answer; `undefined` before the first one. */
function languageShown() {
  const shown = [...document.querySelectorAll('.answer .drawn > [lang]')].at(-1);
  return shown instanceof HTMLElement ? shown.lang : undefined;
}

/**
 * Sends a form with these fields, on a page without a conversation.
 * @param {HTMLFormElement} form
 * @param {Record<string, string>} fields
 */
function submitWith(form, fields) {
  const inputs = Object.entries(fields).map(([name, value]) => {
    const input = document.createElement('input');
    Object.assign(input, { type: 'hidden', name, value });
    return input;
  });
  form.append(...inputs);
  form.submit();
  // Back shows this page again, with its form.
  for (const input of inputs) input.remove();
}
