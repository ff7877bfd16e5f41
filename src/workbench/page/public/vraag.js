// @ts-check
/**
 * Keeps the parts of a form that say how it stands (`data-live`) up to date while somebody types, by asking for the page
 * that the button “Controleer” would give. Filters the sentences of the source.
 */

/** Milliseconds without a key before the form is sent. */
const PAUSE = 700;

const form = document.querySelector('form[data-check]');
if (form instanceof HTMLFormElement) keepChecked(form);

for (const field of document.querySelectorAll('input[data-filter]')) {
  if (!(field instanceof HTMLInputElement)) continue;
  const list = document.getElementById(field.dataset['filter'] ?? '');
  field.addEventListener('input', () => {
    const words = field.value.toLowerCase().split(/\s+/);
    // From the last to the first: a heading is shown when a row below it is.
    let hasShown = false;
    for (const row of [...(list?.children ?? [])].reverse()) {
      const text = row.getAttribute('data-text');
      if (text === null) {
        row.toggleAttribute('hidden', !hasShown);
        hasShown = false;
      } else {
        row.toggleAttribute('hidden', !words.every((word) => text.includes(word)));
        hasShown ||= !row.hasAttribute('hidden');
      }
    }
  });
  // Enter in a search field must not send the form.
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') event.preventDefault();
  });
  const chosen = list?.querySelector('input:checked')?.closest('label');
  if (list instanceof HTMLElement && chosen instanceof HTMLElement)
    list.scrollTop = chosen.offsetTop - list.offsetTop - 48;
}

/** @param {HTMLFormElement} form */
function keepChecked(form) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {AbortController | undefined} */
  let running;
  /** What each part was when it was drawn: a script may have changed it since. */
  const drawn = new Map(liveParts(document).map((part) => [part.id, part.innerHTML]));

  form.addEventListener('input', (event) => {
    if (event.target instanceof HTMLElement && event.target.dataset['filter'] !== undefined) return;
    clearTimeout(timer);
    timer = setTimeout(() => void check(), PAUSE);
  });
  form.addEventListener('submit', () => {
    clearTimeout(timer);
    running?.abort();
  });

  async function check() {
    running?.abort();
    running = new AbortController();
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
    body.set('doe', 'controleer');
    try {
      const response = await fetch(form.action, { method: 'POST', body, signal: running.signal });
      if (response.ok) update(new DOMParser().parseFromString(await response.text(), 'text/html'));
    } catch {
      // Another key was pressed meanwhile, or the workbench was stopped: saving will tell.
    }
  }

  /** @param {Document} page */
  function update(page) {
    for (const part of liveParts(page)) {
      const own = document.getElementById(part.id);
      if (own === null || drawn.get(part.id) === part.innerHTML) continue;
      drawn.set(part.id, part.innerHTML);
      const tab = own.querySelector('[role="tab"][aria-selected="true"]')?.textContent;
      const hadFocus = own.contains(document.activeElement);
      own.replaceChildren(...part.childNodes);
      dispatchEvent(new Event('drawn'));
      for (const other of own.querySelectorAll('[role="tab"]')) {
        if (!(other instanceof HTMLElement) || other.textContent !== tab) continue;
        other.click();
        if (hadFocus) other.focus();
      }
    }
    for (const field of page.querySelectorAll('[aria-invalid]')) {
      document
        .getElementById(field.id)
        ?.setAttribute('aria-invalid', field.getAttribute('aria-invalid') ?? 'false');
    }
  }
}

/** @param {Document} page */
function liveParts(page) {
  return [...page.querySelectorAll('[data-live]')];
}
