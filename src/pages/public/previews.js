// Turns the previews below each answer into tabs: our own page, Slack, Teams. Again after the event `drawn`.

const makeAllTabs = () => {
  for (const element of document.querySelectorAll('[data-previews]')) {
    if (element instanceof HTMLElement) makeTabs(element);
  }
};
let tabLists = 0;
/** @type {Promise<void> | undefined} */
let loading;
/** Colours of the light theme of Teams, with sufficient contrast. */
const FOREGROUND = {
  default: { default: '#242424', subtle: '#5c5c5c' },
  accent: { default: '#4f52b2', subtle: '#4f52b2' },
};
const HOST_CONFIG = {
  fontFamily: 'system-ui, sans-serif',
  textBlock: { headingLevel: 2 },
  containerStyles: {
    default: { backgroundColor: '#ffffff', foregroundColors: FOREGROUND },
    emphasis: { backgroundColor: '#f0f0f0', foregroundColors: FOREGROUND },
  },
};
/** A link in Markdown, with punctuation in its text escaped. */
const LINK = /(?<!\\)\[((?:\\.|[^\\\]])*)\]\((https?:[^()\s]*)\)/gu;
makeAllTabs();
addEventListener('drawn', makeAllTabs);

/** @param {HTMLElement} previews */
function makeTabs(previews) {
  const own = previews.parentElement?.querySelector('.drawn');
  const { label = '', own: ownName = '' } = previews.dataset;
  const address = previews.closest('[data-renderer]')?.getAttribute('data-renderer') ?? '';
  if (!(own instanceof HTMLElement)) return;
  tabLists += 1;
  const list = document.createElement('div');
  list.setAttribute('role', 'tablist');
  list.setAttribute('aria-label', label);
  const panels = [{ name: ownName, panel: own }];
  for (const details of previews.querySelectorAll('details')) {
    const json = details.querySelector('code')?.textContent ?? '';
    const panel = document.createElement('div');
    if (details.dataset['format'] === 'card') {
      panel.className = 'card';
      panel.lang = own.querySelector('[lang]')?.getAttribute('lang') ?? '';
      panel.addEventListener('shown', () => void drawCard(panel, json, address), { once: true });
    } else panel.append(...details.querySelectorAll(':scope > :not(summary)'));
    panels.push({ name: details.dataset['name'] ?? '', panel });
  }
  const tabs = panels.map(({ name, panel }, index) => {
    const tab = document.createElement('button');
    tab.type = 'button';
    tab.id = `tab-${tabLists}-${index}`;
    tab.textContent = name;
    tab.setAttribute('role', 'tab');
    panel.id = `panel-${tabLists}-${index}`;
    panel.setAttribute('role', 'tabpanel');
    panel.setAttribute('aria-labelledby', tab.id);
    tab.setAttribute('aria-controls', panel.id);
    tab.addEventListener('click', () => choose(index));
    tab.addEventListener('keydown', ({ key }) => {
      const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
      if (step === 0) return;
      const next = (index + step + panels.length) % panels.length;
      choose(next);
      tabs[next]?.focus();
    });
    return tab;
  });
  /** @param {number} chosen */
  const choose = (chosen) => {
    for (const [index, { panel }] of panels.entries()) {
      panel.hidden = index !== chosen;
      tabs[index]?.setAttribute('aria-selected', String(index === chosen));
      if (tabs[index] !== undefined) tabs[index].tabIndex = index === chosen ? 0 : -1;
    }
    panels[chosen]?.panel.dispatchEvent(new CustomEvent('shown'));
  };
  list.append(...tabs);
  own.before(list);
  own.after(...panels.slice(1).map(({ panel }) => panel));
  previews.remove();
  choose(0);
}

/**
 * Loads Microsoft's renderer once.
 * @param {string} address
 */
function load(address) {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', reject);
    document.head.append(script);
  });
  return loading;
}

/**
 * @param {HTMLElement} panel
 * @param {string} json
 * @param {string} renderer
 */
async function drawCard(panel, json, renderer) {
  await load(renderer);
  const { AdaptiveCards } = /** @type {{ AdaptiveCards?: any }} */ (/** @type {unknown} */ (window));
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = readMarkdown;
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig(HOST_CONFIG);
  card.parse(JSON.parse(json));
  const drawn = card.render();
  if (drawn instanceof HTMLElement) panel.replaceChildren(drawn);
}

/**
 * Text blocks are Markdown in which punctuation is escaped; all that is not text in them is links.
 * @param {string} text
 * @param {{ outputHtml?: string, didProcess: boolean }} result
 */
function readMarkdown(text, result) {
  const element = document.createElement('p');
  let end = 0;
  for (const { 0: match, 1: label = '', 2: url = '', index } of text.matchAll(LINK)) {
    const link = document.createElement('a');
    link.href = url;
    link.textContent = unescaped(label);
    element.append(unescaped(text.slice(end, index)), link);
    end = index + match.length;
  }
  element.append(unescaped(text.slice(end)));
  result.outputHtml = element.outerHTML;
  result.didProcess = true;
}

/** @param {string} text */
function unescaped(text) {
  return text.replace(/\\([^\p{L}\d\s])/gu, '$1');
}
