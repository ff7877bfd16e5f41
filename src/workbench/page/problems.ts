import { severityOf } from '../../knowledge/index.ts';
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

/** Returns problems as a list: what is wrong, what to do, and where, with a link to the form of the question. */
export function problemList(problems: readonly Problem[]): Html {
  return html`<ul class="problems">
    ${problems.map(
      ({ file, line, entry, message, advice }) =>
        html`<li>
          <p class="nl-paragraph"><strong>${message}</strong> ${advice}</p>
          <p class="small">
            ${
              entry === undefined || !file.includes('/vragen/')
                ? NOTHING
                : html`<a class="nl-link" href="${entryAddress(file.slice(0, file.indexOf('/')), entry)}"
                      >${entry}</a
                    >
                    · `
            }${file}${line === undefined ? NOTHING : `, regel ${line}`}
          </p>
        </li>`,
    )}
  </ul>`;
}
