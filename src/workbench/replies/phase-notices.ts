import { severityOf } from '../../knowledge/index.ts';
import { html } from '../../pages/index.ts';
import type { EngineStatus } from '../engine/types.ts';
import type { Notice } from '../page/layout.ts';

/** Returns what somebody has to know of who answers: a version that is not the one on disk, or none yet. */
export function phaseNotices({ phase, hash, problems }: EngineStatus, again: string): readonly Notice[] {
  const reload = html`<a class="nl-link" href="${again}">Kijk opnieuw</a>`;
  if (phase === 'ready') return [];
  if (phase === 'refused') {
    const errors = problems.filter(({ kind }) => severityOf(kind) === 'fout').length;
    const answers =
      hash === undefined
        ? 'De bot kan nog niet antwoorden.'
        : 'De bot antwoordt met de laatste versie zonder fouten.';
    return [
      {
        kind: 'bad',
        text: `Er ${errors === 1 ? 'is 1 fout' : `zijn ${errors} fouten`} in de kennis. ${answers}`,
        action: html`<a class="nl-link" href="/">Bekijk wat er mis is</a>`,
      },
    ];
  }
  const text =
    hash === undefined
      ? 'De bot oefent nog. Over een paar tellen kan hij antwoorden.'
      : 'De bot oefent met wat je net veranderde. Tot die tijd antwoordt hij zoals daarvoor.';
  return [{ kind: 'note', text, action: reload }];
}
