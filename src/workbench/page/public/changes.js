// @ts-check
/**
 * Shows what a comparison found meanwhile, in `#uitkomst`, until it is done (no `data-running`) or not remembered any more.
 * While the workbench does not answer, asks again.
 */

/** Milliseconds between two requests. */
const INTERVAL = 1_500;

setTimeout(() => void look(), INTERVAL);

async function look() {
  const shown = document.getElementById('uitkomst');
  if (shown?.dataset['running'] === undefined) return;
  try {
    const response = await fetch(location.pathname);
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const fresh = page.getElementById('uitkomst');
    if (response.ok && fresh === null) return;
    // Somebody who reads with the keyboard keeps the place.
    const isUsed = shown.contains(document.activeElement);
    if (fresh !== null && !isUsed) shown.replaceWith(document.adoptNode(fresh));
  } catch {
    // The workbench was stopped, or starts again.
  }
  setTimeout(() => void look(), INTERVAL);
}

export {};
