const UNDONE = 'Ongedaan gemaakt: ';
const REDONE = 'Opnieuw gedaan: ';

/** Returns what is told in the history of an undo, from what is told of the save; an undo that is undone does the save again. */
export function aboutUndo(about: string): string {
  if (about.startsWith(UNDONE)) return `${REDONE}${about.slice(UNDONE.length)}`;
  return `${UNDONE}${about.startsWith(REDONE) ? about.slice(REDONE.length) : about}`;
}

/** Returns the sentence that tells of a save or an undo, from what is told in the history. */
export function savedText(about: string): string {
  return about.startsWith(UNDONE) || about.startsWith(REDONE) ? `${about}.` : `Opgeslagen: ${about}.`;
}

/** Whether what is told in the history tells of an undo. */
export function isUndo(about: string): boolean {
  return about.startsWith(UNDONE);
}
