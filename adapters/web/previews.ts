import type { Assistant } from '../../src/assistant/index.ts';
import type { Log } from '../../src/shared/log.ts';
import type { Reply } from '../../src/core/index.ts';
import { html, NOTHING } from './html.ts';
import type { Html } from './html.ts';

/** How another channel draws a reply: what it would send, and whether that is shown as JSON or drawn as a card. */
export interface Preview {
  readonly name: string;
  readonly render: (reply: Reply) => unknown;
  readonly format: 'json' | 'card';
}

export interface PreviewParts {
  readonly previews: readonly Preview[];
  readonly say: Assistant['say'];
  readonly log: Log;
  /** Address of the `adaptivecards` renderer on this host. */
  readonly renderer: string;
}

/**
 * The reply as other channels draw it, to open below it; the page's script makes tabs of them. Without previews it is
 * nothing at all.
 */
export function renderPreviews(reply: Reply, { previews, say, log, renderer }: PreviewParts): Html {
  if (previews.length === 0) return NOTHING;
  const drawn = previews.map(({ name, render, format: look }) => {
    const json = renderJson(render, reply);
    if (json === undefined) {
      log.warn({ preview: name }, 'a reply could not be drawn for another channel');
      return NOTHING;
    }
    return html`<details data-name="${name}" data-look="${look}">
      <summary>${say('web_weergave_in', { kanaal: name })}</summary>
      <pre><code>${json}</code></pre>
    </details>`;
  });
  return html`<div
    class="previews"
    data-previews
    data-label="${say('web_weergave')}"
    data-own="${say('web_weergave_web')}"
    data-renderer="${renderer}"
  >
    ${drawn}
  </div>`;
}

/** Nothing when the other channel cannot draw it: that is no reason to withhold the answer here. */
function renderJson(render: Preview['render'], reply: Reply): string | undefined {
  try {
    return JSON.stringify(render(reply), null, 2);
  } catch {
    return undefined;
  }
}
