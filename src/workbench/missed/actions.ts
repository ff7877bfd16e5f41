import type { Context } from 'hono';
import { addPracticeQuestion, addVariant, withEdits } from '../../knowledge/edit/index.ts';
import type { TextEdits } from '../../knowledge/edit/index.ts';
import type { Files } from '../../knowledge/index.ts';
import type { Env } from '../../pages/index.ts';
import type { Tools } from '../parts.ts';
import type { KnownEntry } from '../working-copy/known-entries.ts';
import { decisionEdit } from '../working-copy/decided.ts';
import type { Decided, Decision } from '../working-copy/decided.ts';
import { saveAndGo } from '../working-copy/save-and-go.ts';

/** A missed question that an editor chose, with the text that goes into the knowledge. */
export interface ChosenQuestion {
  /** As it was kept. */
  readonly text: string;
  /** As the editor wants it. */
  readonly wanted: string;
  readonly language: 'nl' | 'en';
}

/** How questions are added to an entry. */
export type AddAs = 'variant' | 'praktijk';

/** Returns the edits that add questions to an entry. English ones become practice questions where it has no question in English. */
export function editsForEntry(
  files: Files,
  { folder, ownId, isEnglish, language: main }: KnownEntry,
  chosen: readonly Omit<ChosenQuestion, 'text'>[],
  as: AddAs,
): TextEdits {
  return inTurn(files, chosen, (now, { wanted, language }) => {
    const isBeside = language === 'en' && main !== 'en';
    return as === 'praktijk' || (isBeside && !isEnglish)
      ? addPracticeQuestion(now, folder, ownId, wanted)
      : addVariant(now, folder, ownId, wanted, isBeside);
  });
}

/** Returns the edits that tell a guidance that questions are about something else. */
export function editsOutOfScope(
  files: Files,
  folder: string,
  chosen: readonly Pick<ChosenQuestion, 'wanted'>[],
): TextEdits {
  return inTurn(files, chosen, (now, { wanted }) => addPracticeQuestion(now, folder, undefined, wanted));
}

function inTurn<Question>(
  files: Files,
  chosen: readonly Question[],
  editsFor: (files: Files, question: Question) => TextEdits,
): TextEdits {
  return chosen.reduce<TextEdits>(
    (edits, question) => new Map([...edits, ...editsFor(withEdits(files, edits), question)]),
    new Map(),
  );
}

/** Saves edits together with what was decided of the questions, and goes back to the page. */
export function saveDecision(
  context: Context<Env>,
  tools: Tools,
  {
    edits,
    about,
    decided,
    decision,
    chosen,
  }: {
    readonly edits: TextEdits;
    readonly about: string;
    readonly decided: Decided;
    readonly decision: Decision;
    readonly chosen: readonly ChosenQuestion[];
  },
): Response | Promise<Response> {
  const { versions } = tools.copy.read();
  const base = new Map([...edits.keys()].map((path) => [path, versions.get(path)]));
  const decisions = decisionEdit(decided.hashesOf(chosen.map(({ text }) => text)), decision);
  return saveAndGo(context, tools, { edits: new Map([...edits, ...decisions]), base, about, to: '/gemist' });
}

/** Returns a number of questions in words, as `1 vraag` and `3 vragen`. */
export function questionCount(number: number): string {
  return number === 1 ? '1 vraag' : `${number} vragen`;
}
