// Says what the choices come to, in this browser only. Nothing is sent or kept.

const form = document.querySelector('form[data-self-check]');
if (form instanceof HTMLFormElement) {
  const outcome = form.querySelector('.outcome');
  const questions = form.querySelectorAll('fieldset').length;
  const show = () => {
    const chosen = [...form.querySelectorAll('input:checked')].map((input) => input.getAttribute('value'));
    const isAllYes = chosen.every((value) => value === 'ja');
    const text = isAllYes ? form.dataset['yes'] : form.dataset['doubt'];
    if (outcome !== null) outcome.textContent = chosen.length < questions ? '' : (text ?? '');
  };
  form.addEventListener('change', show);
  // The choices are gone only after the event.
  form.addEventListener('reset', () => setTimeout(show));
  form.addEventListener('submit', (event) => event.preventDefault());
  show();
}
