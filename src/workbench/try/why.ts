import type { Reasons } from '../../evaluation/index.ts';
import { html, NOTHING } from '../../pages/index.ts';
import type { Html } from '../../pages/index.ts';
import type { Tried } from '../engine/types.ts';

const NUMBER = new Intl.NumberFormat('nl', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** Returns in one or two Dutch sentences why a message got its reply. */
function rulingText({ ruling, candidates: [first] }: Reasons): string {
  const confidence = NUMBER.format(first?.confidence ?? 0);
  const threshold = NUMBER.format(first?.threshold ?? 0);
  switch (ruling) {
    case 'command':
      return 'Dit is een opdracht, een knop of een vervolg op het antwoord ervoor. Dan zoekt de bot geen vraag.';
    case 'written':
      return 'Deze vraag staat letterlijk zo in de kennis. Dan krijgt hij altijd dat antwoord.';
    case 'out-of-scope':
      return 'Buiten onderwerp won: dit lijkt het meest op berichten die over iets anders gaan.';
    case 'unanswered':
      return 'Dit gaat wel over het onderwerp, maar bij geen enkele vraag staat het antwoord.';
    case 'several':
      return 'Er staan meer vragen in dit bericht. De bot beantwoordt er een en biedt de andere aan.';
    case 'sure':
      return `De zekerheid is ${confidence}. Dat is boven de grens van ${threshold} en het hoogst van alle vragen.`;
    case 'rivals':
      return `De zekerheid is ${confidence}, maar een andere vraag past ook. Daarom laat de bot kiezen.`;
    case 'offered':
      return `De zekerheid ${confidence} is onder de grens van ${threshold}. Daarom laat de bot kiezen.`;
    case 'unsure':
      return first === undefined
        ? 'Niet begrepen: geen enkele vraag lijkt hierop.'
        : `Niet begrepen: de zekerheid ${confidence} is onder de grens van ${threshold}.`;
  }
}

/**
 * Returns why the last message got its reply: in words, and the likeliest entries in a table. `addressOf`: where an entry is
 * edited; `undefined` for one that is not there, or comes with the bot.
 */
export function whyPart({ reasons }: Tried, addressOf: (entry: string) => string | undefined): Html {
  const { candidates, known } = reasons;
  return html`<h2 class="nl-heading nl-heading--level-2" id="waarom">Waarom dit antwoord</h2>
    <p class="nl-paragraph">${rulingText(reasons)}</p>
    ${
      known === undefined
        ? NOTHING
        : html`<p class="nl-paragraph">
            ${Math.round(100 * known.share)} % van de woorden die tellen, kent de bot.
          </p>`
    }
    ${
      candidates.length === 0
        ? NOTHING
        : html`<div class="scroll" role="region" aria-labelledby="kandidaten" tabindex="0">
            <table class="candidates">
              <caption id="kandidaten">
                De vragen die het meest in aanmerking kwamen
              </caption>
              <thead>
                <tr>
                  <th scope="col">Vraag</th>
                  <th scope="col">Zekerheid</th>
                  <th scope="col">Woorden</th>
                  <th scope="col">Lijkt het meest op</th>
                </tr>
              </thead>
              <tbody>
                ${candidates.map(
                  ({ entry, question, confidence, threshold, words, nearest }) =>
                    html`<tr>
                      <th scope="row">${linked(question, addressOf(entry))}</th>
                      <td>
                        ${NUMBER.format(confidence)}
                        <span class="limit"
                          >${confidence >= threshold ? 'boven' : 'onder'} ${NUMBER.format(threshold)}</span
                        >
                      </td>
                      <td>${words.join(', ')}</td>
                      <td>${nearest === undefined ? NOTHING : html`“${nearest.text}”`}</td>
                    </tr>`,
                )}
              </tbody>
            </table>
          </div>`
    }`;
}

function linked(text: string, address: string | undefined): Html {
  return address === undefined ? html`${text}` : html`<a class="nl-link" href="${address}">${text}</a>`;
}
