import { linkedParts } from '../../src/core/index.ts';
import type { Block, Citation, Language, Reply } from '../../src/core/index.ts';
import { addressOf } from './address.ts';
import { citation } from './citation.ts';
import { checklistForm } from './check-form.ts';
import { choicesForm, leadOf } from './forms.ts';
import type { BlockOf, RenderContext } from './forms.ts';
import { html } from '../../src/pages/index.ts';
import type { Html } from '../../src/pages/index.ts';
import { feedbackForm, reasonsForm } from './vote-forms.ts';

/** Returns the blocks of a reply as HTML, in order. */
export function renderReply(reply: Reply, context: RenderContext): Html {
  return html`<div lang="${reply.language}">
    ${reply.blocks.map((block) => renderBlock(block, reply, context))}
  </div>`;
}

function renderBlock(block: Block, reply: Reply, context: RenderContext): Html {
  const { language, blocks } = reply;
  switch (block.kind) {
    case 'heading':
      return context.view === 'page' && block === blocks.find(({ kind }) => kind === 'heading')
        ? html`<h1 class="nl-heading nl-heading--level-1">${block.text}</h1>`
        : html`<h2 class="nl-heading nl-heading--level-2">${block.text}</h2>`;
    case 'paragraph':
      return html`<p class="nl-paragraph">${linkedParts(block).map(linkOrText)}</p>`;
    case 'quote':
      return quote(
        html`${block.texts.map((text) => html`<p class="nl-paragraph">“${text}”</p>`)}`,
        block,
        context,
      );
    case 'list':
      return html`<ul>
        ${block.items.map((item) => html`<li>${item}</li>`)}
      </ul>`;
    case 'choices':
      return context.view === 'page' ? links(block, context) : choicesForm(block, language, context);
    case 'checklist':
      return checklistForm(block, reply, context);
    case 'feedback':
      return feedbackForm(block, language, context);
    case 'reasons':
      return reasonsForm(block, language, context);
    case 'link':
      // Other schemes could run a script.
      return /^https?:\/\//i.test(block.url)
        ? html`<p class="nl-paragraph"><a class="nl-link" href="${block.url}">${block.text}</a></p>`
        : html`<p class="nl-paragraph">${block.text}: ${block.url}</p>`;
  }
}

/** Text of the source with its citation. */
function quote(
  content: Html,
  { language, source }: { readonly language: Language; readonly source: Citation },
  { base }: RenderContext,
): Html {
  return html`<figure class="quote">
    <blockquote lang="${language}">${content}</blockquote>
    <figcaption>${citation(source, base)}</figcaption>
  </figure>`;
}

function linkOrText({ text, url }: { readonly text: string; readonly url?: string }): Html {
  return url === undefined ? html`${text}` : html`<a class="nl-link" href="${url}">${text}</a>`;
}

function links({ lead, choices }: BlockOf<'choices'>, { base }: RenderContext): Html {
  return html`<nav class="choices" aria-label="${lead}">
    ${leadOf(lead)}
    <ul>
      ${choices.map(
        (choice) => html`<li><a class="nl-link" href="${addressOf(choice, base)}">${choice.label}</a></li>`,
      )}
    </ul>
  </nav>`;
}
