import type { Reply } from '../../core/index.ts';
import { html, NOTHING, raw } from '../../pages/index.ts';
import type { Html } from '../../pages/index.ts';
import type { Tools } from '../parts.ts';
import { drawSlack } from './slack-drawing.ts';

const NAMES = { nl: 'In het Nederlands', en: 'In het Engels' } as const;

/** Returns replies as each channel draws them; a script makes tabs of them. Nothing in them can be pressed. */
export function drawPreviews(replies: readonly Reply[], tools: Pick<Tools, 'parts' | 'engine'>): Html {
  return html`${replies.map((reply) => {
    const [own, ...others] = tools.parts.previews.map(({ name, format, render }) => {
      const result = render(reply, tools.engine.say);
      return { name, format, result };
    });
    return html`<section class="preview">
      ${replies.length > 1 ? html`<h3 class="nl-heading nl-heading--level-3">${NAMES[reply.language]}</h3>` : NOTHING}
      <div class="drawn" inert>${own === undefined ? NOTHING : drawOne(own)}</div>
      <div class="previews" data-previews data-label="Hoe het eruitziet in" data-own="${own?.name ?? ''}">
        ${others.map(
          (other) =>
            html`<details data-name="${other.name}" data-format="${other.format}">
              <summary>In ${other.name}</summary>
              ${drawOne(other)}
            </details>`,
        )}
      </div>
    </section>`;
  })}`;
}

function drawOne({ format, result }: { readonly format: string; readonly result: unknown }): Html {
  if (format === 'html') return html`${raw(String(result))}`;
  if (format === 'json') return drawSlack(result);
  return html`<pre><code>${JSON.stringify(result, null, 2)}</code></pre>`;
}
