// Keeps the conversation in this tab, so that Back and reload do not lose it. Nothing is sent; closing the tab clears it.

const log = document.getElementById('gesprek');
const base = document.documentElement.dataset['base'] ?? '';
const STORED = `gesprek ${base}`;

/** Turns as they are in the page: the question, if it was typed, and its answer. */
const turnsIn = () => [...(log?.children ?? [])].filter((element) => !element.matches('.waiting, .failed'));

/** Shows the turns of before, and keeps the one that this page came with. */
function restore() {
  if (log === null) return;
  const shown = turnsIn();
  const kept = read();
  if (kept !== undefined && kept.turns.length > 0) {
    // A screen reader reads what is added to the log; this was read before.
    log.setAttribute('aria-live', 'off');
    const range = document.createRange();
    range.selectNodeContents(log);
    // Made by the server, and kept by this page.
    log.prepend(range.createContextualFragment(kept.turns.join('')));
    setTimeout(() => log.setAttribute('aria-live', 'polite'), 500);
    if (shown.length === 0) {
      setConversation(kept.conversation);
      scrollTo(0, log.offsetTop + kept.scroll);
    }
  }
  if (shown.length > 0) {
    shown[0]?.scrollIntoView({ block: 'start' });
    // The turn has no address of its own any more: a reload would show, or ask, it again.
    if (keep()) history.replaceState(null, '', `${base}/`);
  }
  showFresh();
}

/** Keeps the conversation as it is shown. Returns whether that worked. */
function keep() {
  const shown = turnsIn();
  // A question without an answer would stay so.
  while (shown.at(-1)?.matches('.asked') === true) shown.pop();
  const turns = shown.map((element) => withoutChoices(element).outerHTML);
  if (turns.length === 0) return false;
  // From the first turn: the introduction above it is not there the next time.
  const scroll = scrollY - (log?.offsetTop ?? 0);
  for (let first = 0; first < turns.length; first += 1) {
    try {
      // What is too large for the storage loses its oldest part.
      const kept = { conversation: conversationOf(), scroll, turns: turns.slice(first) };
      sessionStorage.setItem(STORED, JSON.stringify(kept));
      return true;
    } catch {
      continue;
    }
  }
  return false;
}

/**
 * A turn without what was chosen in a self-check, which is not kept anywhere.
 * @param {Element} element
 */
function withoutChoices(element) {
  const copy = /** @type {Element} */ (element.cloneNode(true));
  for (const outcome of copy.querySelectorAll('.outcome')) outcome.replaceChildren();
  for (const input of copy.querySelectorAll('input[checked]')) input.removeAttribute('checked');
  return copy;
}

function read() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(STORED) ?? 'null');
    return /** @type {{ conversation: string, scroll: number, turns: string[] } | undefined} */ (
      Array.isArray(kept?.turns) ? kept : undefined
    );
  } catch {
    return undefined;
  }
}

const conversationField = () => {
  const field = document.querySelector('.ask [name=gesprek]');
  return field instanceof HTMLInputElement ? field : undefined;
};
const conversationOf = () => conversationField()?.value ?? '';

/** @param {string} id */
function setConversation(id) {
  const field = conversationField();
  if (field !== undefined) field.value = id;
}

/** Offers a new conversation once there is one. */
function showFresh() {
  const fresh = document.querySelector('.fresh');
  if (fresh instanceof HTMLElement) fresh.hidden = turnsIn().length === 0;
}

document.querySelector('.fresh a')?.addEventListener('click', (event) => {
  // Opens in another tab, beside this conversation.
  if (event instanceof MouseEvent && (event.ctrlKey || event.metaKey || event.shiftKey)) return;
  try {
    sessionStorage.removeItem(STORED);
  } catch {
    // Storage is off: nothing was kept.
  }
  log?.replaceChildren();
});
if (log !== null) {
  // Also by "Nieuw gesprek": then nothing is shown, and nothing kept.
  addEventListener('pagehide', () => void keep());
  restore();
}
