import type { Problem } from '../../knowledge/index.ts';
import { html, NOTHING } from '../../pages/index.ts';
import type { Html } from '../../pages/index.ts';
import { inWords } from '../page/dates.ts';
import { entryAddress } from '../page/entry-address.ts';
import { hidden } from '../page/forms.ts';
import { problemList } from '../page/problems.ts';
import type { Differences, EntryDifference } from './differences.ts';
import type { GitState } from './git.ts';
import type { RunningBot } from './running-bot.ts';
import type { Target } from './target.ts';
import type { LiveVersion } from './versions.ts';

/** What the page about going live shows. */
export interface Published {
  readonly target: Target;
  readonly errors: readonly Problem[];
  /** Fingerprint of the working copy. */
  readonly own: string | undefined;
  /** Fingerprint of what is live, in a folder. */
  readonly live?: string | undefined;
  readonly bot?: RunningBot;
  readonly git?: GitState;
  /** What going live would change. */
  readonly differences?: Differences;
  readonly versions: readonly LiveVersion[];
}

/** Returns what is live, what would go live, and the versions that can come back. */
export function publishView(published: Published): Html {
  const { target, versions, live } = published;
  return html`${stateOf(published)} ${target.kind === 'other' ? goLive(published) : NOTHING}
  ${target.kind === 'other' && versions.length > 0 ? earlier(versions, live) : NOTHING}`;
}

function stateOf({ target, own, bot, git }: Published): Html {
  return html`${
    target.kind === 'none'
      ? html`<p class="nl-paragraph">
            De werkbank weet niet welke map de bot leest. Wat je opslaat, staat dus nog niet vanzelf live.
          </p>
          <p class="nl-paragraph">
            Vraag je beheerder om die map, en start de werkbank met <code>--live MAP</code>. Daarna zet je
            hier met één knop live wat je opgeslagen hebt.
          </p>`
      : NOTHING
  }
  ${
    target.kind === 'same'
      ? html`<p class="nl-paragraph">
            Je werkt in de map die de bot zelf leest. Wat je opslaat, staat binnen enkele seconden live.
            Zitten er fouten in, dan blijft de bot de laatste goede versie gebruiken.
          </p>
          <p class="nl-paragraph">
            Iets terugdraaien doe je op het <a class="nl-link" href="/">overzicht</a>.
          </p>`
      : NOTHING
  }
  ${
    target.kind === 'refused'
      ? html`<div class="notice bad">
          <p class="nl-paragraph">Live zetten kan niet naar ${target.directory}. ${target.reason}</p>
        </div>`
      : NOTHING
  }
  ${bot === undefined ? NOTHING : html`<p class="nl-paragraph">${saidByBot(bot, own)}</p>`}
  ${
    git === undefined
      ? NOTHING
      : html`<p class="nl-paragraph">
          Git: je werkt in de tak <strong>${git.branch}</strong>.
          ${
            git.changed === 0
              ? 'Alles is vastgelegd.'
              : `${git.changed === 1 ? 'Eén bestand is' : `${git.changed} bestanden zijn`} veranderd sinds de laatste vastlegging.`
          }
        </p>`
  }`;
}

function saidByBot(bot: RunningBot, own: string | undefined): string {
  if (bot.kind === 'unknown') return 'De bot geeft nu geen antwoord op de vraag welke versie hij gebruikt.';
  return bot.hash === own
    ? `De bot gebruikt precies wat je hier ziet (kenmerk ${bot.hash}).`
    : `De bot gebruikt een andere versie dan je hier ziet (kenmerk ${bot.hash}; hier ${own ?? 'nog geen'}).`;
}

const KINDS = { added: 'Nieuw', changed: 'Veranderd', removed: 'Weg' } as const;

function goLive({ errors, differences = { entries: [], files: [] }, own = '', target }: Published): Html {
  const { entries, files } = differences;
  const isSame = entries.length + files.length === 0;
  const of = (kind: EntryDifference['kind']) => entries.filter((entry) => entry.kind === kind);
  if (errors.length > 0)
    return html`<section>
      <h2 class="nl-heading nl-heading--level-2">Eerst nog oplossen</h2>
      <p class="nl-paragraph">Met deze fouten kan de kennis niet live.</p>
      ${problemList(errors)}
    </section>`;
  if (isSame) return html`<p class="nl-paragraph">Alles wat je opsloeg, staat live. Er is niets te doen.</p>`;
  return html`<section>
    <h2 class="nl-heading nl-heading--level-2">Dit gaat live</h2>
    ${(['added', 'changed', 'removed'] as const).map((kind) =>
      of(kind).length === 0
        ? NOTHING
        : html`<h3 class="nl-heading nl-heading--level-3">${KINDS[kind]}</h3>
            <ul>
              ${of(kind).map(({ folder, id, question }) =>
                kind === 'removed'
                  ? html`<li>${question}</li>`
                  : html`<li>
                      <a class="nl-link" href="${entryAddress(folder, id)}">${question}</a>
                    </li>`,
              )}
            </ul>`,
    )}
    ${
      files.length === 0
        ? NOTHING
        : html`<h3 class="nl-heading nl-heading--level-3">Andere bestanden</h3>
            <ul>
              ${files.map((path) => html`<li>${path}</li>`)}
            </ul>`
    }
    <form method="post" action="/live" class="actions">
      ${hidden('kenmerk', own)}
      <button class="nl-button nl-button--primary">Zet live</button>
      <p class="small">In ${target.kind === 'other' ? target.directory : ''}. Je kunt dit terugdraaien.</p>
    </form>
    <p class="nl-paragraph">
      Krijgen andere vragen hierdoor een ander antwoord? Dat zie je bij
      <a class="nl-link" href="/wijzigingen">Wat verandert er</a>.
    </p>
  </section>`;
}

function earlier(versions: readonly LiveVersion[], live: string | undefined): Html {
  return html`<section>
    <h2 class="nl-heading nl-heading--level-2">Eerdere versies</h2>
    <ul class="versions">
      ${versions.map(
        ({ id, at, hash }) =>
          html`<li>
            <span>${inWords(at)} <span class="small">kenmerk ${hash}</span></span>
            ${
              hash === live
                ? html`<strong>Staat nu live</strong>`
                : html`<form method="post" action="/live/terug">
                    ${hidden('versie', id)}
                    <button class="nl-button nl-button--secondary">
                      Zet terug<span class="hidden">: ${inWords(at)}</span>
                    </button>
                  </form>`
            }
          </li>`,
      )}
    </ul>
  </section>`;
}
