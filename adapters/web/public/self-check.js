// Shows the outcome of the self-check, in this browser only. Nothing is sent or stored.

const ANSWERS = new Set(['ja', 'nee', 'weet-niet']);

const form = document.querySelector('form[data-self-check]');
if (form instanceof HTMLFormElement) {
  const outcome = form.querySelector('.outcome');
  const questions = [...form.querySelectorAll('fieldset')];
  const show = () => {
    // A list for each question, because extensions of browsers change forms.
    const chosen = questions.map((question) =>
      [...question.querySelectorAll('input:checked')].map((input) => input.getAttribute('value') ?? ''),
    );
    const isComplete = chosen.every(([answer = '', ...more]) => ANSWERS.has(answer) && more.length === 0);
    const isAllYes = chosen.every(([answer]) => answer === 'ja');
    const text = isAllYes ? form.dataset['yes'] : form.dataset['doubt'];
    if (outcome !== null) outcome.textContent = isComplete && chosen.length > 0 ? (text ?? '') : '';
  };
  form.addEventListener('change', show);
  // The form is reset after the event.
  form.addEventListener('reset', () => setTimeout(show));
  form.addEventListener('submit', (event) => event.preventDefault());
  show();
}
