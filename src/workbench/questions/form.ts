import type { EntryFields, Wording } from '../../knowledge/edit/index.ts';
import { IGNORABLE_KINDS, titleOf } from '../../knowledge/index.ts';
import { html, NOTHING } from '../../pages/index.ts';
import type { Html } from '../../pages/index.ts';
import { choice, messageList, textArea, textField } from './controls.ts';
import type { Control } from './controls.ts';
import { MOST } from './draft.ts';
import type { Draft } from './draft.ts';
import { LABELS } from './form-words.ts';
import type { Message } from './messages.ts';
import { quotePicker } from './quote-picker.ts';
import { questionOf, topicsOf } from './subject.ts';
import type { Subject } from './subject.ts';

/** Longest heading above an answer, in characters. */
const MAX_HEADING = 60;

/** The kinds of entry that an editor writes. */
export const KINDS = [
  ['antwoord', 'Antwoord met een citaat'],
  ['niet-behandeld', 'De bron zegt er niets over'],
  ['gesprek', 'Praatje, zoals een groet'],
] as const;

/** Returns the fields of the form of an entry. */
export function entryFields(draft: Draft, subject: Subject, messages: readonly Message[]): Html {
  const { fields } = draft;
  const { facts, entries } = subject;
  const parts = { messages, lang: facts.language };
  return html`<fieldset class="group">
      <legend>De vraag</legend>
      ${wordingQuestion(fields, '', parts)}
    </fieldset>
    <fieldset class="group">
      <legend>Het antwoord</legend>
      ${choice({ messages, name: 'soort', label: 'Wat voor vraag', value: fields.soort === '' ? 'antwoord' : fields.soort, options: KINDS })}
      ${wordingAnswer(fields, '', parts)} ${quotePicker(fields, subject, { messages, id: fields.id })}
      ${pointer(fields, '', parts)}
    </fieldset>
    <fieldset class="group">
      <legend>Waar het bij hoort</legend>
      ${textField({ messages, name: 'onderwerp', label: LABELS.onderwerp, value: fields.onderwerp, list: 'onderwerpen', hint: 'Het kopje in de lijst van vragen.' })}
      <datalist id="onderwerpen">
        ${topicsOf(entries).map((topic) => html`<option value="${topic}"></option>`)}
      </datalist>
      ${relatedFields(draft, subject, messages)} ${exceptionFields(fields, messages)}
    </fieldset>
    ${facts.language === 'en' || (!facts.hasEnglish && fields.en.vraag === '') ? NOTHING : english(fields.en, messages)}`;
}

type Parts = Pick<Control, 'messages' | 'lang'>;

function wordingQuestion({ vraag, varianten }: Wording, prefix: string, parts: Parts): Html {
  return html`${textField({ ...parts, name: `${prefix}vraag`, label: LABELS.vraag, value: vraag, hint: 'Kort en duidelijk. Staat ook op knoppen.' })}
  ${textArea({
    ...parts,
    name: `${prefix}varianten`,
    label: 'Varianten: hoe mensen het nog meer vragen',
    value: varianten.join('\n'),
    rows: Math.min(16, Math.max(6, varianten.length + 1)),
    hint: `Een op elke regel. Nu ${varianten.length}; goed is 15 tot 30, meer mag, van een steekwoord tot een hele situatie.`,
  })}`;
}

function wordingAnswer({ kop, antwoord }: Wording, prefix: string, parts: Parts): Html {
  return html`${textField({ ...parts, name: `${prefix}kop`, label: LABELS.kop, value: kop, hint: `Alleen bij een citaat. Wat de bron zegt, in één regel: ${kop.length} van ${MAX_HEADING} tekens.` })}
  ${textArea({ ...parts, name: `${prefix}antwoord`, label: LABELS.antwoord, value: antwoord, rows: 3, hint: `Hoogstens twee korte zinnen. Nu ${sizeOf(antwoord, parts.lang ?? 'nl')}.` })}`;
}

function pointer({ elders }: Wording, prefix: string, parts: Parts): Html {
  return textArea({
    ...parts,
    name: `${prefix}elders`,
    label: LABELS.elders,
    value: elders,
    rows: 2,
    hint: 'Alleen als de bron er niets over zegt. Een link schrijf je zo: [tekst](https://www.voorbeeld.nl/pagina).',
  });
}

function english(en: Wording, messages: readonly Message[]): Html {
  const parts = { messages, lang: 'en' } as const;
  return html`<fieldset class="group">
    <legend>In het Engels</legend>
    <p class="hint">Niets in het Engels? Laat dan alles hier leeg.</p>
    ${messageList('en', messages)} ${wordingQuestion(en, 'en-', parts)} ${wordingAnswer(en, 'en-', parts)}
    ${pointer(en, 'en-', parts)}
  </fieldset>`;
}

function sizeOf(text: string, language: 'nl' | 'en'): string {
  const words = text.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0;
  const sentences =
    text === '' ? 0 : [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)].length;
  return `${sentences} ${sentences === 1 ? 'zin' : 'zinnen'} en ${words} ${words === 1 ? 'woord' : 'woorden'}`;
}

function relatedFields(
  { fields: { id, verwant }, unknown }: Draft,
  { entries }: Subject,
  messages: readonly Message[],
): Html {
  const questions = new Map(entries.map((entry) => [entry.id, questionOf(entry)]));
  const shown = [...verwant.map((one) => questions.get(one) ?? one), ...unknown];
  const count = Math.max(MOST, shown.length);
  return html`<fieldset class="field" aria-describedby="m-verwant">
    <legend>Vragen onder “Zie ook”</legend>
    <p class="hint">Typ een woord en kies een vraag. Geen is ook goed.</p>
    ${Array.from(
      { length: count },
      (_, at) =>
        html`<input
          name="verwant"
          value="${shown[at] ?? ''}"
          list="vragen"
          aria-label="Verwante vraag ${at + 1}"
          autocomplete="off"
        />`,
    )}
    ${messageList('verwant', [...unknown.map(unknownMessage), ...messages])}
    <datalist id="vragen">
      ${entries.filter((entry) => entry.id !== id).map((entry) => html`<option value="${questionOf(entry)}"></option>`)}
    </datalist>
  </fieldset>`;
}

function unknownMessage(typed: string): Message {
  return {
    severity: 'fout',
    field: 'verwant',
    text: `Er is geen vraag “${typed}”.`,
    advice: 'Kies er een uit de lijst, of maak het vak leeg.',
  };
}

function exceptionFields({ negeer }: EntryFields, messages: readonly Message[]): Html {
  return html`<details class="picker" ${negeer.length > 0 ? html`open` : NOTHING}>
    <summary>Meldingen die hier niet gelden</summary>
    ${messageList('negeer', messages)}
    ${[...negeer, { soort: '', reden: '' }].map(
      ({ soort, reden }, at) =>
        html`<div class="field">
          <label for="negeer-soort-${at}">Melding</label>
          <select id="negeer-soort-${at}" name="negeer-soort">
            <option value="">Geen</option>
            ${IGNORABLE_KINDS.map((kind) => html`<option value="${kind}" ${kind === soort ? html`selected` : NOTHING}>${titleOf(kind)}</option>`)}
          </select>
          <label for="negeer-reden-${at}">Waarom het zo goed is</label>
          <input id="negeer-reden-${at}" name="negeer-reden" value="${reden}" autocomplete="off" />
        </div>`,
    )}
  </details>`;
}
