// Runs before anything is shown: the introduction is not shown first and taken away when the conversation goes on.
try {
  const name = `gesprek ${document.documentElement.dataset['base'] ?? ''}`;
  if (sessionStorage.getItem(name) !== null) document.documentElement.classList.add('continues');
} catch {
  // Storage is off in this browser.
}
