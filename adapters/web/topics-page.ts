import type { Choice } from '../../src/core/index.ts';
import { addressOf } from './address.ts';
import { html, NOTHING } from '../../src/pages/index.ts';
import type { Html } from '../../src/pages/index.ts';
import { layout } from './layout.ts';
import type { PageContext } from './layout.ts';
import type { Outline, OutlineGroup, Topic } from './outline.ts';
import { h1 } from './pages.ts';

/**
 * Returns `/onderwerpen`: all topics with links to their questions; those on which the guidance is silent apart; of several
 * guidances under the title of each.
 */
export function topicsPage(context: PageContext, { heading, groups }: Outline): Html {
  const { say } = context;
  const total = groups.flatMap(({ topics }) => topics).reduce((sum, topic) => sum + sizeOf(topic), 0);
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
      ${groups.map(jump)}
    </nav>
    ${groups.map((group) => renderGroup(group, context))}`;
  return layout(context, { path: '/onderwerpen', title: heading, content, scripts: ['filter.js'] });
}

function sizeOf({ answered, silent }: Topic): number {
  return answered.length + silent.length;
}

/** Topics of several guidances may have the same name, so that each stands under its title here too. */
function jump({ title, topics }: OutlineGroup): Html {
  return html`${title === undefined ? NOTHING : html`<p>${title}</p>`}
    <ul>
      ${topics.map(
        (topic) =>
          html`<li>
            <a class="nl-link" href="#${topic.anchor}">${topic.label}</a>
            <span class="small">(${sizeOf(topic)})</span>
          </li>`,
      )}
    </ul>`;
}

function renderGroup({ title, topics }: OutlineGroup, context: PageContext): Html {
  const level = title === undefined ? 2 : 3;
  return html`<div class="group">
    ${title === undefined ? NOTHING : html`<h2 class="nl-heading nl-heading--level-2">${title}</h2>`}
    ${topics.map((topic) => section(topic, level, context))}
  </div>`;
}

function section({ anchor, label, answered, silent }: Topic, level: 2 | 3, { say, base }: PageContext): Html {
  return html`<section class="topic" id="${anchor}">
    ${
      level === 2
        ? html`<h2 class="nl-heading nl-heading--level-2">${label}</h2>`
        : html`<h3 class="nl-heading nl-heading--level-3">${label}</h3>`
    }
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
