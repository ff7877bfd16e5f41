import { html, NOTHING } from '../../pages/index.ts';
import type { Html } from '../../pages/index.ts';
import type { EngineStatus } from '../engine/types.ts';
import type { MissedSource } from '../missed/source.ts';
import { decisionsOf } from '../missed/view.ts';
import type { Tools } from '../parts.ts';
import { differencesOf } from '../publish/differences.ts';
import { liveKnowledge } from '../publish/target.ts';
import type { Target } from '../publish/target.ts';
import { knownEntries } from '../working-copy/known-entries.ts';

/** Returns what waits for the editor, each with a link to its page; nothing when nothing does. `changed`: see `changedCount`. */
export async function waitingList(tools: Tools, source: MissedSource, changed: number): Promise<Html> {
  const missed = await missedCount(tools, source);
  const items = [
    ...(missed === 0
      ? []
      : [
          html`<a class="nl-link" href="/gemist">${counted(missed, 'gemiste vraag', 'gemiste vragen')}</a>
            ${missed === 1 ? 'wacht' : 'wachten'} op een besluit.`,
        ]),
    ...(changed === 0
      ? []
      : [
          html`<a class="nl-link" href="/live">${counted(changed, 'verandering', 'veranderingen')}</a>
            ${changed === 1 ? 'staat' : 'staan'} nog niet live.`,
        ]),
    ...checkItem(tools.engine.status()),
  ];
  if (items.length === 0) return NOTHING;
  return html`<section>
    <h2 class="nl-heading nl-heading--level-2">Wat op je wacht</h2>
    <ul>
      ${items.map((item) => html`<li>${item}</li>`)}
    </ul>
  </section>`;
}

function counted(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** How many missed questions were not decided; 0 when the store cannot be used, which their own page says. */
async function missedCount(tools: Tools, source: MissedSource): Promise<number> {
  try {
    const missed = await source.read();
    if (missed === undefined) return 0;
    const decisionOf = decisionsOf(missed, knownEntries(tools.copy.read(), tools.readEntries));
    return missed.texts.filter((text) => decisionOf(text) === undefined).length;
  } catch (error) {
    tools.parts.log.warn({ cause: String(error) }, 'the missed questions could not be read');
    return 0;
  }
}

/** Returns how many questions and other files are not as they are live; 0 when they cannot go there. */
export function changedCount({ copy, readEntries }: Tools, target: Target): number {
  const live = liveKnowledge(target);
  if (live === undefined) return 0;
  const { entries, files } = differencesOf(live, copy.read(), readEntries);
  return entries.length + files.length;
}

/** A check that goes on, which may still find something. */
function checkItem({ phase, states }: EngineStatus): Html[] {
  if (phase === 'refused' || (phase === 'ready' && states !== undefined)) return [];
  return [
    html`De controle is nog bezig: daarna weet je ook welke vragen de bot slecht vindt.
      <a class="nl-link" href="/">Kijk opnieuw</a>`,
  ];
}
