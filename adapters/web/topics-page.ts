import type { Choice } from '../../src/core/index.ts';
import { addressOf } from './address.ts';
import { html, NOTHING } from './html.ts';
import type { Html } from './html.ts';
import { layout } from './layout.ts';
import type { PageContext } from './layout.ts';
import type { Outline, Topic } from './outline.ts';
import { h1 } from './pages.ts';

/** Returns `/onderwerpen`: all topics with links to their questions; those on which the guidance is silent apart. */
export function topicsPage(context: PageContext, { heading, topics }: Outline): Html {
  const { say } = context;
  const total = topics.reduce((sum, { answered, silent }) => sum + answered.length + silent.length, 0);
  const content = html`${h1(heading)}
    <form
      class="filter needs-script"
      role="search"
      data-filter
      data-found="${say('web_filter_gevonden', { aantal: '{aantal}' })}"
      data-none="${say('web_filter_niets')}"
    >
      <label for="filter">${say('web_filter')}</label>
      <input id="filter" type="search" autocomplete="off" />
      <p class="small" role="status">${say('web_filter_gevonden', { aantal: String(total) })}</p>
    </form>
    <nav class="jump" aria-label="${say('web_ga_naar')}">
      <p class="small">${say('web_ga_naar')}:</p>
      <ul>
        ${topics.map(
          ({ anchor, label, answered, silent }) =>
            html`<li>
              <a class="nl-link" href="#${anchor}">${label}</a>
              <span class="small">(${answered.length + silent.length})</span>
            </li>`,
        )}
      </ul>
    </nav>
    ${topics.map((topic) => section(topic, context))}`;
  return layout(context, { path: '/onderwerpen', title: heading, content, scripts: ['filter.js'] });
}

function section({ anchor, label, answered, silent }: Topic, { say, base }: PageContext): Html {
  return html`<section class="topic" id="${anchor}">
    <h2 class="nl-heading nl-heading--level-2">${label}</h2>
    ${list(answered, base)}
    ${
      silent.length === 0
        ? NOTHING
        : html`<div class="silences">
            <p class="small">${say('web_stil')}</p>
            ${list(silent, base)}
          </div>`
    }
  </section>`;
}

function list(entries: readonly Choice[], base: string): Html {
  if (entries.length === 0) return NOTHING;
  return html`<ul class="entries">
    ${entries.map(
      (entry) => html`<li><a class="nl-link" href="${addressOf(entry, base)}">${entry.label}</a></li>`,
    )}
  </ul>`;
}
