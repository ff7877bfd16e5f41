import { askForm } from './ask-form.ts';
import { html, NOTHING } from '../../src/pages/index.ts';
import type { Html } from '../../src/pages/index.ts';
import { layout } from './layout.ts';
import type { PageContext } from './layout.ts';
import { h1 } from './pages.ts';
import { choicesForm } from './forms.ts';
import { addressOf } from './address.ts';

/** What the page of a conversation shows. */
interface Conversation {
  readonly id: string;
  /** The question, if it was typed, and its answer; absent at the start. */
  readonly turn?: { readonly question?: string | undefined; readonly answer: Html } | undefined;
  /** Id of the entry that the turn is about: a follow-up is about it, whatever the bot remembers of the conversation. */
  readonly about?: string | undefined;
  /** What is put in the field, not asked. */
  readonly typed?: string | undefined;
}

/** Returns `/`: the conversation, with the turn that was asked in the address or with the form. */
export function conversationPage(context: PageContext, { id, turn, about, typed = '' }: Conversation): Html {
  const { say, base } = context;
  const title = say('web_kop');
  const content = html`<div class="start">
      ${h1(title)} ${turn === undefined ? introduction(context, id) : NOTHING}
    </div>
    <div class="log" id="gesprek" role="log" aria-live="polite" aria-label="${say('web_gesprek')}">
      ${turn === undefined ? NOTHING : [renderQuestion(turn.question, context), turn.answer]}
    </div>
    <div class="ask">
      ${askForm(id, context, { about, typed })}
      <p class="fresh" ${turn === undefined ? html` hidden` : NOTHING}>
        <a class="nl-link" href="${base}/">${say('web_nieuw')}</a>
      </p>
    </div>
    <template id="jouw-vraag">${renderQuestion('-', context)}</template>`;
  return layout(context, {
    path: '/',
    title,
    content,
    early: 'early.js',
    scripts: ['chat.js', 'self-check.js'],
    isPublic: turn === undefined && typed === '',
  });
}

function renderQuestion(question: string | undefined, { say }: PageContext): Html {
  if (question === undefined) return NOTHING;
  return html`<p class="asked"><span class="hidden">${say('web_jij')} </span><span>${question}</span></p>`;
}

/** What the bot does, and an example of each kind of reply: an answer, a silence, and the self-check. */
function introduction({ say, base, hasChecklist }: PageContext, conversation: string): Html {
  const language = say('web_taal') === 'en' ? 'en' : 'nl';
  const choices = [
    ...[say('web_voorbeeld'), say('web_voorbeeld_stil')]
      .filter((text) => text !== '')
      .map((text) => ({ label: text, value: text })),
    ...(hasChecklist ? [{ label: say('zelfcheck_knop'), value: 'zelfcheck' }] : []),
  ];
  const steps = { kind: 'choices', lead: say('web_voorbeelden'), choices } as const;
  return html`<div class="introduction">
    <p class="nl-paragraph lede">${say('web_uitleg')}</p>
    ${choices.length === 0 ? NOTHING : choicesForm(steps, language, { say, base, conversation, view: 'conversation' })}
    <p class="nl-paragraph">
      <a class="nl-link" href="${addressOf({ value: 'onderwerpen' }, base)}">${say('onderwerpen_knop')}</a>
    </p>
    <p class="nl-paragraph small">${say('web_gegevens')} ${say('web_tabblad')}</p>
  </div>`;
}
