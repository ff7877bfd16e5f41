import { html, NOTHING } from '../../pages/index.ts';
import type { Html } from '../../pages/index.ts';
import type { Message } from './messages.ts';

/** What a field of the form is made of. */
export interface Control {
  /** Name of the field; `en-` before those of the English part. */
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: Html | string;
  /** All messages about the entry. */
  readonly messages: readonly Message[];
  readonly lang?: 'nl' | 'en';
}

/** Returns a field of one line. `list`: the id of what can be chosen. */
export function textField(control: Control & { readonly list?: string }): Html {
  const { name, value, list } = control;
  return field(
    control,
    html`<input
      id="${name}"
      name="${name}"
      value="${value}"
      ${attributes(control)}
      ${list === undefined ? NOTHING : html`list="${list}"`}
      autocomplete="off"
    />`,
  );
}

/** Returns a field of more lines. */
export function textArea(control: Control & { readonly rows: number }): Html {
  const { name, value, rows } = control;
  return field(
    control,
    html`<textarea id="${name}" name="${name}" rows="${rows}" ${attributes(control)}>${value}</textarea>`,
  );
}

/** Returns a field that is chosen from a list of value and text. */
export function choice(
  control: Control & { readonly options: readonly (readonly [value: string, text: string])[] },
): Html {
  const { name, value, options } = control;
  return field(
    control,
    html`<select id="${name}" name="${name}" ${attributes(control)}>
      ${options.map(
        ([own, text]) =>
          html`<option value="${own}" ${own === value ? html`selected` : NOTHING}>${text}</option>`,
      )}
    </select>`,
  );
}

/** Returns the buttons of a form that is checked; one saves errors too, if `canSave`. A script brings them up to date. */
export function saveButtons(messages: readonly Message[], label: string, canSave = true): Html {
  const canSaveWithErrors = canSave && messages.some(({ severity }) => severity === 'fout');
  return html`<div class="actions" id="knoppen" data-live>
    <button class="nl-button nl-button--primary" name="doe" value="opslaan">${label}</button>
    <button class="nl-button nl-button--secondary" name="doe" value="controleer">Controleer</button>
    ${
      canSaveWithErrors
        ? html`<button class="nl-button nl-button--secondary" name="doe" value="toch">
            Bewaar met fouten
          </button>`
        : NOTHING
    }
  </div>`;
}

/** Returns the messages about a field, in a place that a script brings up to date. */
export function messageList(name: string, messages: readonly Message[]): Html {
  const own = messages.filter(({ field: about }) => nameOf(about) === name);
  return html`<ul class="messages" id="m-${name}" data-live>
    ${messageItems(own)}
  </ul>`;
}

/** Returns messages as items of a list: variants that the bot would not find by itself folded away, the others each. */
export function messageItems(messages: readonly Message[]): Html {
  const learned = messages.filter(({ kind }) => kind === 'variant-onvindbaar');
  const others = messages.filter((message) => !learned.includes(message));
  return html`${others.map(
    ({ severity, text, advice }) =>
      html`<li class="${severity}"><strong>${NAMES[severity]}:</strong> ${text} ${advice}</li>`,
  )}${learned.length === 0 ? NOTHING : learnedItem(learned)}`;
}

function learnedItem(learned: readonly Message[]): Html {
  const count = learned.length === 1 ? '1 variant' : `${learned.length} varianten`;
  return html`<li class="advies">
    <details class="picker">
      <summary>
        <strong>${NAMES.advies}:</strong> ${count} vindt de bot alleen omdat
        ${learned.length === 1 ? 'hij' : 'ze'} hier ${learned.length === 1 ? 'staat' : 'staan'}
      </summary>
      <p class="hint">
        Vraagt iemand het net anders, dan krijgt die vaak een ander antwoord. ${learned[0]?.advice ?? NOTHING}
        Laten staan mag ook.
      </p>
      <ul>
        ${learned.map(({ text }) => html`<li>${text}</li>`)}
      </ul>
    </details>
  </li>`;
}

const NAMES = { fout: 'Fout', waarschuwing: 'Let op', advies: 'Advies' } as const;

/** The name of the field for a key of an entry. */
function nameOf(key: string): string {
  return key.replace('.', '-');
}

function field({ name, label, hint, messages }: Control, input: Html): Html {
  return html`<div class="field">
    <label for="${name}">${label}</label>
    ${hint === undefined ? NOTHING : html`<p class="hint" id="h-${name}" data-live>${hint}</p>`} ${input}
    ${messageList(name, messages)}
  </div>`;
}

function attributes({ name, hint, messages, lang }: Control): Html {
  const isWrong = messages.some(
    ({ field: about, severity }) => nameOf(about) === name && severity === 'fout',
  );
  const described = [...(hint === undefined ? [] : [`h-${name}`]), `m-${name}`].join(' ');
  return html`aria-describedby="${described}" aria-invalid="${String(isWrong)}"
  ${lang === undefined ? NOTHING : html`lang="${lang}"`}`;
}
