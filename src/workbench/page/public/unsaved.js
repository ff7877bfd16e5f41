// @ts-check
/**
 * Warns before a page is left with something typed that was not saved, in a form with `data-unsaved`; `changed` there: it
 * holds such text from the start.
 */
for (const form of document.querySelectorAll('form[data-unsaved]')) {
  let isChanged = form.getAttribute('data-unsaved') === 'changed';
  form.addEventListener('input', () => {
    isChanged = true;
  });
  form.addEventListener('submit', () => {
    isChanged = false;
  });
  addEventListener('beforeunload', (event) => {
    if (isChanged) event.preventDefault();
  });
}
