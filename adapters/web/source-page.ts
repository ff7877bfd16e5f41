import type { SourceParagraph, SourceText } from '../../src/core/index.ts';
import { addressOf } from './address.ts';
import { html, NOTHING } from '../../src/pages/index.ts';
import type { Html } from '../../src/pages/index.ts';
import { layout } from './layout.ts';
import type { PageContext } from './layout.ts';

/** What the address of the page asks for. */
export interface SourceQuery {
  /** The edition that the numbers of sentences are of; that of the text when it is not given. */
  readonly edition: string | undefined;
  /** The numbers of the sentences to mark, with hyphens between. */
  readonly marked: string | undefined;
}

/** How the sentences are drawn. */
interface Sentences {
  readonly source: SourceText;
  /** Whether numbers of sentences in addresses are those of this text. */
  readonly isNumbered: boolean;
  readonly marked: ReadonlySet<number>;
}

/** Paragraphs that are drawn as one: the items of a list, or a paragraph by itself. */
type Group = readonly SourceParagraph[];

/** Returns `/bron/<guidance>`: the whole text, with an anchor for each sentence and the questions that quote it. */
export function sourcePage(
  context: PageContext,
  {
    path,
    source,
    query,
  }: { readonly path: string; readonly source: SourceText; readonly query: SourceQuery },
): Html {
  const { say } = context;
  const isNumbered = query.edition === undefined || query.edition === source.edition;
  const sentences: Sentences = {
    source,
    isNumbered,
    marked: isNumbered ? numbersIn(query.marked) : new Set(),
  };
  const [first, ...rest] = source.paragraphs;
  const title = first === undefined ? source.label : textOf(first);
  const content = html`<article class="answer source-text">
    <h1 class="nl-heading nl-heading--level-1" lang="${source.language}">${title}</h1>
    <p class="source">
      ${source.label}${
        source.url === undefined
          ? NOTHING
          : html` · <a class="nl-link" href="${source.url}">${say('web_bron_officieel')}</a>`
      }
    </p>
    ${
      isNumbered
        ? NOTHING
        : html`<p class="nl-paragraph notice">${say('web_bron_editie', { bron: source.label })}</p>`
    }
    ${groupsOf(rest).map((group) => html`${renderGroup(group, sentences)} ${quotedBy(group, sentences, context)}`)}
  </article>`;
  return layout(context, { path, title, content });
}

const textOf = ({ parts }: SourceParagraph) => parts.map(({ text }) => text).join('');

/** At most as many as a reply quotes, with room. */
const MARKED = /^\d{1,5}(-\d{1,5}){0,50}$/;

function numbersIn(marked = ''): Set<number> {
  return new Set(MARKED.test(marked) ? marked.split('-').map(Number) : []);
}

function groupsOf(paragraphs: readonly SourceParagraph[]): Group[] {
  const groups: SourceParagraph[][] = [];
  for (const paragraph of paragraphs) {
    const last = groups.at(-1);
    if (paragraph.kind === 'item' && last?.[0]?.kind === 'item') last.push(paragraph);
    else groups.push([paragraph]);
  }
  return groups;
}

function renderGroup(group: Group, sentences: Sentences): Html {
  const { language } = sentences.source;
  const [first] = group;
  const drawn = group.map(({ parts }) => parts.map((part) => renderPart(part, sentences)));
  if (first === undefined) return NOTHING;
  switch (first.kind) {
    case 'title':
    case 'heading':
      return html`<h2 class="nl-heading nl-heading--level-2" lang="${language}">${drawn}</h2>`;
    case 'item':
      return html`<ul lang="${language}">
        ${drawn.map((item) => html`<li>${item}</li>`)}
      </ul>`;
    case 'text':
      return html`<p class="nl-paragraph" lang="${language}">${drawn}</p>`;
  }
}

function renderPart(
  { text, number }: SourceParagraph['parts'][number],
  { isNumbered, marked }: Sentences,
): Html {
  if (number === undefined || !isNumbered) return html`${text}`;
  const sentence = text.trimEnd();
  const after = text.slice(sentence.length);
  return marked.has(number)
    ? html`<mark id="zin-${number}">${sentence}</mark>${after}`
    : html`<span id="zin-${number}">${sentence}</span>${after}`;
}

/** The questions that quote sentences of these paragraphs, folded. */
function quotedBy(group: Group, { source, isNumbered }: Sentences, { say, base }: PageContext): Html {
  const quoted = group.flatMap(({ parts }) =>
    parts.flatMap(({ text, number }) => {
      const choices = number === undefined ? [] : (source.quotedBy.get(number) ?? []);
      return choices.length === 0 ? [] : [{ text: text.trim(), number, choices }];
    }),
  );
  if (quoted.length === 0) return NOTHING;
  const count = new Set(quoted.flatMap(({ choices }) => choices.map(({ value }) => value))).size;
  const items = quoted.map(
    ({ text, number, choices }) =>
      html`<li>
        <span lang="${source.language}"
          >“${isNumbered ? html`<a class="nl-link" href="#zin-${number}">${text}</a>` : text}”</span
        >
        <ul>
          ${choices.map(
            (choice) =>
              html`<li><a class="nl-link" href="${addressOf(choice, base)}">${choice.label}</a></li>`,
          )}
        </ul>
      </li>`,
  );
  const summary = count === 1 ? say('web_bron_vraag') : say('web_bron_vragen', { aantal: String(count) });
  return html`<details class="quoted-by">
    <summary>${summary}</summary>
    <ul>
      ${items}
    </ul>
  </details>`;
}
