// Filters the list of questions while somebody types. Without this script, the whole list is there.

const filter = document.querySelector('form[data-filter]');
const field = filter?.querySelector('input');
if (filter instanceof HTMLFormElement && field instanceof HTMLInputElement) {
  const status = filter.querySelector('[role=status]');
  const jump = document.querySelector('.jump');
  const { found = '', none = '' } = filter.dataset;
  /** @param {string} text */
  const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const topics = [...document.querySelectorAll('.topic')].flatMap((topic) =>
    topic instanceof HTMLElement ? [topic] : [],
  );
  const show = () => {
    const words = plain(field.value).split(/\s+/);
    let count = 0;
    // Topics without a question that is found are not there to go to.
    if (jump instanceof HTMLElement) jump.hidden = field.value.trim() !== '';
    for (const topic of topics) {
      for (const item of topic.querySelectorAll('li')) {
        const text = plain(item.textContent);
        item.hidden = !words.every((word) => text.includes(word));
        if (!item.hidden) count += 1;
      }
      for (const part of [topic, ...topic.querySelectorAll('.silences')]) {
        if (part instanceof HTMLElement) part.hidden = part.querySelector('li:not([hidden])') === null;
      }
    }
    for (const group of document.querySelectorAll('.group')) {
      if (group instanceof HTMLElement) group.hidden = group.querySelector('li:not([hidden])') === null;
    }
    if (status !== null) status.textContent = count === 0 ? none : found.replace('{aantal}', String(count));
  };
  field.addEventListener('input', show);
  filter.addEventListener('submit', (event) => event.preventDefault());
  show();
}
