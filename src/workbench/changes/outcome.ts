import { html, NOTHING } from '../../pages/index.ts';
import type { Html } from '../../pages/index.ts';
import { splitChanges } from '../../evaluation/index.ts';
import type { ChangedQuestion, Verdict } from '../../evaluation/index.ts';
import type { ComparedQuestion, ComparisonState } from '../engine/comparison.ts';
import { drawReply } from '../replies/draw-reply.ts';

const SHOWN = 100;
const VERDICTS: Readonly<Record<Verdict, string>> = {
  right: 'goed',
  offered: 'onder de keuzes',
  missed: 'niet begrepen',
  wrong: 'fout',
  unlabelled: 'onbekend of het klopt',
};
const CERTAINTIES: Readonly<Record<ComparedQuestion['certainty'], string>> = {
  expected: 'verwacht',
  confirmed: 'bevestigd',
  withdrawn: 'toch niet',
  found: 'bevestigd',
};

/** Returns how far a comparison is, in Dutch. */
function progressText({ phase, asked, total }: ComparisonState): string {
  switch (phase) {
    case 'estimating':
      return 'De werkbank schat wat er verandert. Dat duurt een paar tellen.';
    case 'training':
      return 'Dit verwacht de bot. Hij oefent nu opnieuw en kijkt of het klopt.';
    case 'checking':
      return `Wat je hieronder ziet is nagegaan. De bot kijkt nog naar de andere vragen: ${asked} van de ${total}.`;
    case 'done':
      return `Alle ${total} bekende vragen zijn nagegaan.`;
    case 'refused':
      return 'Er zit een fout in de kennis, dus de bot kan niet vergelijken. Los die eerst op.';
    case 'outdated':
      return 'De kennis veranderde intussen. Vergelijk opnieuw.';
    case 'stopped':
      return 'Er begon een andere vergelijking, dus deze is gestopt. Vergelijk opnieuw.';
    case 'failed':
      return 'Het vergelijken is niet gelukt. Probeer het opnieuw.';
  }
}

/** Returns what a comparison found so far. */
export function outcome(state: ComparisonState): Html {
  const { phase, questions, rewritten } = state;
  const { changed, added } = splitChanges(questions);
  const hasFound = phase === 'training' || phase === 'checking' || phase === 'done';
  return html`<p class="nl-paragraph" role="status">${progressText(state)}</p>
    ${hasFound ? [changedPart(changed, rewritten), addedPart(added)] : NOTHING}`;
}

/** The questions that were known, and the answers that read differently. */
function changedPart(
  changed: readonly (ComparedQuestion & ChangedQuestion)[],
  rewritten: ComparisonState['rewritten'],
): Html {
  const real = changed.filter(({ certainty }) => certainty !== 'withdrawn');
  const [worse, better] = [real.filter(({ gain }) => gain < 0), real.filter(({ gain }) => gain > 0)];
  return html`<h2 class="nl-heading nl-heading--level-2">Bekende vragen</h2>
    <p class="nl-paragraph">
      <strong
        >${real.length === 1 ? '1 bekende vraag krijgt' : `${real.length} bekende vragen krijgen`} een ander
        antwoord</strong
      >: ${worse.length} slechter, ${better.length} beter, ${real.length - worse.length - better.length} even
      goed.
    </p>
    ${rewrittenPart(rewritten)} ${questionList(changed, changedQuestion)}`;
}

function questionList<Q extends ComparedQuestion>(
  questions: readonly Q[],
  draw: (question: Q) => Html,
): Html {
  if (questions.length === 0) return NOTHING;
  const more = questions.length - SHOWN;
  return html`<ol class="changes">
      ${questions.slice(0, SHOWN).map(draw)}
    </ol>
    ${more > 0 ? html`<p class="nl-paragraph">En nog ${more}.</p>` : NOTHING}`;
}

/** The questions that the later version added: whether the bot finds them says nothing of what else changed. */
function addedPart(added: readonly ComparedQuestion[]): Html {
  if (added.length === 0) return NOTHING;
  const found = added.filter(isRight).length;
  return html`<h2 class="nl-heading nl-heading--level-2">Nieuwe vragen</h2>
    <p class="nl-paragraph">${foundText(found, added.length)}</p>
    ${questionList(added, addedQuestion)}`;
}

const isRight = ({ after }: ComparedQuestion) => after.verdict === 'right';

function foundText(found: number, all: number): string {
  if (all === 1) return `Deze vraag kwam erbij. Het antwoord is ${found === 1 ? 'goed' : 'nog niet goed'}.`;
  return `Deze ${all} vragen kwamen erbij. Bij ${found === all ? 'alle' : found} is het antwoord goed.`;
}

function rewrittenPart(rewritten: ComparisonState['rewritten']): Html {
  if (rewritten.length === 0) return NOTHING;
  return html`<details>
    <summary>
      ${rewritten.length === 1 ? 'De tekst van 1 antwoord verandert' : `De tekst van ${rewritten.length} antwoorden verandert`}
    </summary>
    <ul>
      ${rewritten.map(({ question }) => html`<li>${question}</li>`)}
    </ul>
  </details>`;
}

function changedQuestion({
  turns,
  before,
  after,
  certainty,
  gain,
}: ComparedQuestion & ChangedQuestion): Html {
  const trend = gain < 0 ? 'slechter' : gain > 0 ? 'beter' : 'even goed';
  return html`<li class="${certainty}">
    <h3 class="nl-heading nl-heading--level-3">${turns.join(' → ')}</h3>
    <p class="marks">
      <span class="tag">${CERTAINTIES[certainty]}</span>
      <span class="tag ${gain < 0 ? 'bad' : gain > 0 ? 'good' : ''}">${trend}</span>
    </p>
    <div class="sides">
      <section>
        <p class="side">Eerst: ${VERDICTS[before.verdict]}</p>
        ${drawReply(before.reply)}
      </section>
      <section>
        <p class="side">Nu: ${VERDICTS[after.verdict]}</p>
        ${drawReply(after.reply)}
      </section>
    </div>
  </li>`;
}

/** A new question, with the reply where that is not right. */
function addedQuestion(question: ComparedQuestion): Html {
  const { turns, after, certainty } = question;
  return html`<li>
    <h3 class="nl-heading nl-heading--level-3">${turns.join(' → ')}</h3>
    <p class="marks">
      <span class="tag">${CERTAINTIES[certainty]}</span>
      <span class="tag ${isRight(question) ? 'good' : 'bad'}">${VERDICTS[after.verdict]}</span>
    </p>
    ${isRight(question) ? NOTHING : drawReply(after.reply)}
  </li>`;
}
