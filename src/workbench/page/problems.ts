import { fileAddress, hasOwnForm } from '../files/address.ts';
import { groupByKind, severityOf, titleOf } from '../../knowledge/index.ts';
import type { Problem } from '../../knowledge/index.ts';
import { html, NOTHING } from '../../pages/index.ts';
import type { Html } from '../../pages/index.ts';
import { entryAddress } from './entry-address.ts';

/** Names of how bad a problem is: of one, and of several. */
const NAMES = {
  fout: ['fout', 'fouten'],
  waarschuwing: ['waarschuwing', 'waarschuwingen'],
  advies: ['advies', 'adviezen'],
} as const;
type Severity = keyof typeof NAMES;

/** Returns the problems of one severity. */
export function problemsOf(problems: readonly Problem[], severity: Severity): readonly Problem[] {
  return problems.filter(({ kind }) => severityOf(kind) === severity);
}

/** Returns a number of problems in words: “geen fouten”, “1 fout”. */
export function countedProblems(problems: readonly Problem[], severity: Severity): string {
  const { length } = problemsOf(problems, severity);
  return length === 0 ? `geen ${NAMES[severity][1]}` : `${length} ${NAMES[severity][length === 1 ? 0 : 1]}`;
}

/** Places of a kind that are shown at once. */
const SHOWN = 5;

/** Returns problems as a list: each kind once, what to do, and its places, with a link to the form of the question. */
export function problemList(problems: readonly Problem[]): Html {
  return html`<ul class="problems">
    ${groupByKind(problems).map(
      ({ kind, advice, problems: own }) =>
        html`<li>
          <p class="nl-paragraph"><strong>${titleOf(kind)}</strong> (${own.length}). ${advice}</p>
          <ul>
            ${own.slice(0, SHOWN).map((one) => place(one, advice === undefined))}
          </ul>
          ${
            own.length > SHOWN
              ? html`<details>
                  <summary>En nog ${own.length - SHOWN}</summary>
                  <ul>
                    ${own.slice(SHOWN).map((one) => place(one, advice === undefined))}
                  </ul>
                </details>`
              : NOTHING
          }
        </li>`,
    )}
  </ul>`;
}

function place({ file, line, entry, message, advice }: Problem, withAdvice: boolean): Html {
  return html`<li>
    ${message} ${withAdvice ? advice : NOTHING}
    <span class="small"
      >${
        entry === undefined || !hasOwnForm(file)
          ? NOTHING
          : html`<a class="nl-link" href="${entryAddress(file.slice(0, file.indexOf('/')), entry)}"
                >${entry}</a
              >
              · `
      }${hasOwnForm(file) || !/\.ya?ml$/.test(file) ? file : html`<a class="nl-link" href="${fileAddress(file)}">${file}</a>`}${line === undefined ? NOTHING : `, regel ${line}`}</span
    >
  </li>`;
}
