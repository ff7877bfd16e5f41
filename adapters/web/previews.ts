import type { Log } from '../../src/shared/log.ts';
import type { Reply } from '../../src/core/index.ts';
import { html, NOTHING } from '../../src/pages/index.ts';
import type { Html } from '../../src/pages/index.ts';
import type { WebAssistant } from './texts.ts';

/** A preview of a reply in another channel; `render` returns what would be sent there. */
export interface Preview {
  readonly name: string;
  readonly render: (reply: Reply) => unknown;
  /** How the result is shown: as JSON, or as an adaptive card. */
  readonly format: 'json' | 'card';
}

/** What previews are made with. */
export interface PreviewParts {
  readonly previews: readonly Preview[];
  readonly say: WebAssistant['say'];
  readonly log: Log;
  /** Address of the `adaptivecards` renderer on this host. */
  readonly renderer: string;
}

/** Returns the previews of a reply as `details` elements, which the page's script turns into tabs. */
export function renderPreviews(reply: Reply, { previews, say, log, renderer }: PreviewParts): Html {
  const rendered = previews.map(({ name, render, format }) => {
    const json = renderJson(render, reply);
    if (json === undefined) {
      log.warn({ preview: name }, 'a reply could not be drawn for another channel');
      return NOTHING;
    }
    return html`<details data-name="${name}" data-format="${format}">
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
    ${rendered}
  </div>`;
}

/** `undefined` when the other channel cannot render it; the answer is shown without that preview. */
function renderJson(render: Preview['render'], reply: Reply): string | undefined {
  try {
    return JSON.stringify(render(reply), null, 2);
  } catch {
    return undefined;
  }
}
