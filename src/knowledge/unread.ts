import { nearestName } from '../core/index.ts';
import type { Files } from './files.ts';
import type { Problem } from './problems.ts';

/** What reading knowledge needs of its files. */
export type FileSource = Pick<Files, 'get' | 'has' | 'keys'>;

/** The files, with the paths of those that were read so far. */
export function recordReads(files: Files): {
  readonly files: FileSource;
  readonly read: ReadonlySet<string>;
} {
  const read = new Set<string>();
  const get = (path: string) => {
    read.add(path);
    return files.get(path);
  };
  return { files: { get, has: (path) => files.has(path), keys: () => files.keys() }, read };
}

/** Files for people and programs, which the bot need not read. */
const NOT_KNOWLEDGE = /(?:\.md|(?:^|\/)[^./]+)$/i;

/** The folders and the files that may be in the folder of a guidance, and in `basis/`. */
const IN_GUIDANCE = {
  folders: ['vragen', 'praktijkvragen', 'proefvragen'],
  files: ['handreiking.yaml', 'bron.txt', 'zelfcheck.yaml', 'woorden.yaml', 'teksten.yaml'],
} as const;
const IN_BASE = {
  folders: [],
  files: [
    'buiten-onderwerp.yaml',
    'gesprek.yaml',
    'moeilijke-woorden.yaml',
    'namen.yaml',
    'praktijkvragen.yaml',
    'teksten.yaml',
    'woorden.yaml',
    'zinsvormen.yaml',
  ],
} as const;

/** A problem for each file that is not read, with the name that it should have; one for a whole folder of them. */
export function findUnread(paths: readonly string[], read: ReadonlySet<string>): Problem[] {
  const unread = paths.filter((path) => !read.has(path) && !NOT_KNOWLEDGE.test(path));
  const counts = new Map<string, number>();
  for (const path of unread) {
    const place = unknownFolder(path) ?? path;
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return [...counts].map(([place, count]) => ({
    kind: 'niet-gelezen',
    file: place,
    message: place.endsWith('/')
      ? `De bot leest deze map niet (${count === 1 ? '1 bestand' : `${count} bestanden`}).`
      : 'De bot leest dit bestand niet.',
    advice: place.endsWith('/') ? adviseFolder(place) : adviseFile(place, paths),
  }));
}

/** The folder, with a slash at its end, of a file that is in a folder with a name that the bot does not know. */
function unknownFolder(path: string): string | undefined {
  const [top, folder, ...rest] = path.split('/');
  if (rest.length === 0 || folder === undefined) return undefined;
  const { folders } = placeOf(path);
  return folders.some((name) => name === folder) ? undefined : `${top}/${folder}/`;
}

function placeOf(path: string): { readonly folders: readonly string[]; readonly files: readonly string[] } {
  return path.startsWith('basis/') ? IN_BASE : IN_GUIDANCE;
}

function adviseFolder(path: string): string {
  const { folders } = placeOf(path);
  const name = path.split('/')[1] ?? '';
  const meant = nearestName(name.toLowerCase(), folders);
  if (meant !== undefined) return `Noem de map “${meant}”, met kleine letters.`;
  return folders.length > 0
    ? `De bot leest alleen de mappen ${new Intl.ListFormat('nl').format(folders)}. Verplaats de bestanden, of haal de map weg.`
    : 'Verplaats de bestanden, of haal de map weg.';
}

function adviseFile(path: string, paths: readonly string[]): string {
  const parts = path.split('/');
  const [stem = ''] = (parts.at(-1) ?? '').toLowerCase().split('.');
  if (parts.length === 1) return 'Zet het in de map van een handreiking, of haal het weg.';
  const { files } = placeOf(path);
  const stems = files.map((file) => file.split('.')[0] ?? '');
  const near = stems.includes(stem) ? stem : nearestName(stem, stems);
  const meant = parts.length > 2 ? `${stem}.yaml` : files.find((file) => file.split('.')[0] === near);
  if (meant === undefined) {
    return `Hier leest de bot alleen ${files.join(', ')}. Geef het een van die namen, verplaats het of haal het weg.`;
  }
  const exists = paths.includes([...parts.slice(0, -1), meant].join('/'));
  return exists ? `Haal het weg: “${meant}” is er ook.` : `Noem het “${meant}”.`;
}
