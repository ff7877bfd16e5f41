/** Whether a file of the knowledge is edited by a form of its own: that of each of its questions. */
export function hasOwnForm(path: string): boolean {
  return /^[^/]+\/vragen\//.test(path);
}

/** Returns the address of the form that has a file as text. */
export function fileAddress(path: string): string {
  return `/bestanden/${path.split('/').map(encodeURIComponent).join('/')}`;
}
