import { StartError } from '../../shared/start-error.ts';

/** Returns the folder of the guidance that was named, or of the only one. @throws {StartError} when that leaves none or more */
export function chooseGuidance(folders: readonly string[], name: string | undefined): string {
  const [only, another] = name === undefined ? folders : folders.filter((folder) => folder === name);
  if (only !== undefined && another === undefined) return only;
  throw new StartError(`Geef met --handreiking de map van de handreiking: ${folders.join(', ')}.`);
}
