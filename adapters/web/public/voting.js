// Sends votes on answers and the reasons for them, and shows what follows.

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.matches('[data-vote]')) return;
  event.preventDefault();
  vote(form, event.submitter instanceof HTMLButtonElement ? event.submitter : undefined);
});

/**
 * @param {HTMLFormElement} form
 * @param {HTMLButtonElement | undefined} button
 */
function vote(form, button) {
  // This vote was counted, or is under way.
  if (button === undefined || form.dataset['vote'] === button.value) return;
  form.dataset['vote'] = button.value;
  // The server draws what follows as it draws this page.
  const fields = { ...fieldsOf(form, button), ...(log === null && { pagina: 'ja' }) };
  last = last.then(async () => {
    const thanks = form.querySelector('.thanks');
    const answered = await post('/api/stem', fields);
    const text = answered?.['text'] ?? answered?.['error'];
    if (thanks !== null) thanks.textContent = typeof text === 'string' ? text : word('failed');
    if (answered?.['counted'] !== true) {
      if (form.dataset['vote'] === button.value) delete form.dataset['vote'];
      return;
    }
    form.querySelector('.nl-button--pressed')?.classList.remove('nl-button--pressed');
    button.classList.add('nl-button--pressed');
    if (button.name === 'nuttig') showBelow(form, answered['html']);
    if (log !== null) keep();
  });
}

/**
 * Shows what follows a vote for not useful; nothing follows another vote.
 * @param {HTMLFormElement} form
 * @param {unknown} html
 */
function showBelow(form, html) {
  if (form.nextElementSibling?.matches('.after-vote') === true) form.nextElementSibling.remove();
  if (typeof html !== 'string') return;
  const below = document.createElement('div');
  below.className = 'after-vote';
  // Escaped by the server.
  below.append(document.createRange().createContextualFragment(html));
  form.after(below);
}
