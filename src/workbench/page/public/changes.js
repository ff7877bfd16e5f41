// Shows what a comparison found meanwhile, until it is done.

const INTERVAL = 1_500;

const look = async () => {
  const shown = document.getElementById('uitkomst');
  if (shown === null || !('running' in shown.dataset)) return;
  const response = await fetch(location.pathname);
  const fresh = new DOMParser()
    .parseFromString(await response.text(), 'text/html')
    .getElementById('uitkomst');
  // Somebody who reads with the keyboard keeps the place.
  const isUsed = shown.contains(document.activeElement) && document.activeElement !== document.body;
  if (fresh !== null && !isUsed) shown.replaceWith(document.adoptNode(fresh));
  setTimeout(() => void look(), INTERVAL);
};
setTimeout(() => void look(), INTERVAL);

export {};
