import type { Hono } from 'hono';
import { html, NOTHING } from '../../pages/index.ts';
import type { Env, Html } from '../../pages/index.ts';
import { knownProblems } from '../engine/known-problems.ts';
import type { EngineStatus } from '../engine/types.ts';
import { inWords } from '../page/dates.ts';
import { hidden } from '../page/forms.ts';
import { countedProblems, problemList, problemsOf } from '../page/problems.ts';
import type { MissedSource } from '../missed/source.ts';
import type { Tools } from '../parts.ts';
import { targetOf } from '../publish/target.ts';
import type { Target } from '../publish/target.ts';
import type { SavedEdit, WorkingCopy } from '../working-copy/types.ts';
import { changedCount, waitingList } from './waiting.ts';

/** Saves that the overview shows. */
const SHOWN = 8;

/** Adds the overview: what is wrong, what waits for the editor, what is live, what was saved. */
export function addOverview(app: Hono<Env>, tools: Tools, missed: MissedSource): void {
  const { copy, engine, page, parts } = tools;
  app.get('/', async (context) => {
    if (copy.read().slugs.length === 0)
      return page(context, { menu: '/', title: 'Nog geen kennis', content: emptyFolder(copy) });
    const problems = await knownProblems(engine, copy);
    const status = engine.status();
    const errors = problemsOf(problems, 'fout');
    const warnings = problemsOf(problems, 'waarschuwing');
    const worst = errors.length > 0 ? errors : warnings;
    const target = targetOf(copy.directory, parts.live);
    const changed = changedCount(tools, target);
    const saves = copy.history().slice(0, SHOWN);
    return page(context, {
      menu: '/',
      title:
        errors.length === 0
          ? 'De kennis klopt'
          : `Er ${errors.length === 1 ? 'is' : 'zijn'} ${countedProblems(problems, 'fout')}`,
      content: html`<p class="nl-paragraph">
          ${sentence([countedProblems(problems, 'waarschuwing'), countedProblems(problems, 'advies')])}
          ${PHASES[status.phase]} ${liveSentence(target, changed)}
        </p>
        <p class="actions">
          <a class="nl-button nl-button--primary" href="/vragen">Naar de vragen</a>
          <a class="nl-button nl-button--secondary" href="/proberen">Stel de bot een vraag</a>
        </p>
        ${await waitingList(tools, missed, changed)}
        ${
          worst.length === 0
            ? NOTHING
            : html`<section>
                <h2 class="nl-heading nl-heading--level-2">
                  ${errors.length > 0 ? 'Eerst oplossen' : 'Hier moet je waarschijnlijk iets aan doen'}
                </h2>
                ${problemList(worst)}
              </section>`
        }
        ${saves.length === 0 ? NOTHING : lastSaves(saves)}`,
    });
  });
}

/** What the bot is doing with the working copy. */
const PHASES: Readonly<Record<EngineStatus['phase'], string>> = {
  reading: 'De bot leest nu wat er veranderde.',
  training: 'De bot oefent nu met wat er veranderde; intussen antwoordt hij zoals daarvoor.',
  ready: 'De bot kent alles wat je hebt opgeslagen.',
  refused: 'Tot de fouten weg zijn, antwoordt de bot hier zoals daarvoor.',
};

function sentence(parts: readonly string[]): string {
  const joined = parts.join(' en ');
  return `${joined.charAt(0).toUpperCase()}${joined.slice(1)}.`;
}

function liveSentence(target: Target, changed: number): Html {
  switch (target.kind) {
    case 'none':
      return NOTHING;
    case 'same':
      return html`Wat je opslaat, staat meteen live.`;
    case 'refused':
      return html`<a class="nl-link" href="/live">Live zetten kan nu niet.</a>`;
    case 'other':
      return changed === 0 ? html`Alles staat live.` : NOTHING;
  }
}

function lastSaves(saves: readonly SavedEdit[]): Html {
  return html`<section>
    <h2 class="nl-heading nl-heading--level-2">Laatst opgeslagen</h2>
    <ul class="versions">
      ${saves.map(
        ({ id, at, about }) =>
          html`<li>
            <span>${about} <span class="small">${inWords(at)}</span></span>
            <form method="post" action="/ongedaan">
              ${hidden('id', id)} ${hidden('naar', '/')}
              <button class="nl-button nl-button--secondary">
                Ongedaan maken<span class="hidden">: ${about}, ${inWords(at)}</span>
              </button>
            </form>
          </li>`,
      )}
    </ul>
  </section>`;
}

function emptyFolder({ directory }: WorkingCopy): Html {
  return html`<p class="nl-paragraph">In ${directory} staat nog geen handreiking.</p>
    <p class="nl-paragraph">
      Maak in die map een map met een korte naam, bijvoorbeeld <code>thuiswerken</code>. Zet daarin
      <code>handreiking.yaml</code> met de titel en het webadres, <code>bron.txt</code> met de hele tekst, en
      een map <code>vragen</code>. Hoe ze eruitzien, staat in knowledge/README.md bij “Een tweede
      handreiking”. Laad daarna deze pagina opnieuw.
    </p>
    <p class="nl-paragraph">
      Staat je kennis ergens anders? Start de werkbank met <code>--knowledge MAP</code>.
    </p>`;
}
