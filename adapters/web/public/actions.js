// Copies and shares an answer.

document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest('button[data-do]') : null;
  if (button instanceof HTMLButtonElement) void act(button);
});

/** @param {HTMLButtonElement} button */
async function act(button) {
  const answer = button.closest('.answer');
  const link = answer?.querySelector('.permanent a');
  const done = answer?.querySelector('.done');
  if (!(link instanceof HTMLAnchorElement) || !(done instanceof HTMLElement)) return;
  const isCopy = button.dataset['do'] === 'copy';
  if (!isCopy && 'share' in navigator) {
    try {
      await navigator.share({ url: link.href });
      return;
    } catch (error) {
      // The person changed their mind.
      if (error instanceof DOMException && error.name === 'AbortError') return;
    }
  }
  const text = isCopy ? `${textOf(answer)}\n\n${link.href}` : link.href;
  done.textContent = ((await copy(text)) ? button.dataset['done'] : done.dataset['failed']) ?? '';
}

/**
 * The text of an answer, a line for each of its parts, without buttons.
 * @param {Element | null | undefined} answer
 */
function textOf(answer) {
  const drawn = '.drawn > [lang] >';
  // Of a self-check its questions, without what can be chosen.
  const ofCheck = `${drawn} .self-check > p, ${drawn} .self-check > fieldset > legend`;
  const parts = answer?.querySelectorAll(`${drawn} :not(form, nav, .after-vote), ${ofCheck}`) ?? [];
  return [...parts]
    .map((part) => (part instanceof HTMLElement ? part.innerText.trim() : ''))
    .filter((text) => text !== '')
    .join('\n\n');
}

/** @param {string} text */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Over plain http there is no clipboard.
    const area = document.createElement('textarea');
    area.value = text;
    area.className = 'hidden';
    document.body.append(area);
    const focused = document.activeElement;
    area.select();
    const isCopied = document.execCommand('copy');
    area.remove();
    if (focused instanceof HTMLElement) focused.focus();
    return isCopied;
  }
}
