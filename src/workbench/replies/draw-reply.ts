import { citationText, linkedParts } from '../../core/index.ts';
import type { Block, Choice, Reply } from '../../core/index.ts';
import { html, NOTHING } from '../../pages/index.ts';
import type { Html } from '../../pages/index.ts';

/** Returns a reply as somebody reads it. `addressOf`: where a button leads, from its value; without it buttons are only named. */
export function drawReply(reply: Reply, addressOf?: (value: string) => string): Html {
  return html`<div class="said" lang="${reply.language}">
    ${reply.blocks.map((block) => drawBlock(block, addressOf))}
  </div>`;
}

function drawBlock(block: Block, addressOf: ((value: string) => string) | undefined): Html {
  switch (block.kind) {
    case 'heading':
      return html`<p class="said-heading">${block.text}</p>`;
    case 'paragraph':
      return html`<p class="nl-paragraph">
        ${linkedParts(block).map(({ text, url }) =>
          url === undefined ? text : html`<a class="nl-link" href="${url}">${text}</a>`,
        )}
      </p>`;
    case 'quote':
      return html`<blockquote lang="${block.language}">
        ${block.texts.map((text) => html`<p class="nl-paragraph">“${text}”</p>`)}
        <p class="cited">${citationText(block.source)}</p>
      </blockquote>`;
    case 'list':
      return html`<ul>
        ${block.items.map((item) => html`<li>${item}</li>`)}
      </ul>`;
    case 'choices':
      return html`${block.lead === undefined ? NOTHING : html`<p class="nl-paragraph">${block.lead}:</p>`}
        <ul class="choices">
          ${block.choices.map((choice) => html`<li>${drawChoice(choice, addressOf)}</li>`)}
        </ul>`;
    case 'checklist':
      return html`${block.lead === undefined ? NOTHING : html`<p class="nl-paragraph">${block.lead}</p>`}
        <ol lang="${block.language}">
          ${block.questions.map((question) => html`<li>${question}</li>`)}
        </ol>
        <p class="cited">${citationText(block.source)}</p>`;
    case 'feedback':
    case 'reasons':
      return NOTHING;
    case 'link':
      return html`<p class="nl-paragraph"><a class="nl-link" href="${block.url}">${block.text}</a></p>`;
  }
}

function drawChoice({ label, value }: Choice, addressOf: ((value: string) => string) | undefined): Html {
  return addressOf === undefined
    ? html`${label}`
    : html`<a class="nl-link" href="${addressOf(value)}">${label}</a>`;
}
