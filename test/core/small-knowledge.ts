import { buildKnowledge } from '../../src/knowledge/index.ts';
import { findEntry } from '../../src/core/index.ts';
import type { Block, Citation, Knowledge, Language, Reply } from '../../src/core/index.ts';
import type { Entry, Guidance } from '../../src/core/model.ts';
import { composeEntry } from '../../src/core/reply/compose.ts';
import type { GuidanceEntry } from '../../src/core/reply/compose.ts';
import { FILES } from './small-knowledge-files.ts';
import { CHANNEL_TEXTS } from '../../src/cli/channel-texts.ts';

/** Builds the fixture, with files replaced, or left out where the text is `undefined`. */
export function smallKnowledge(
  changes: Readonly<Record<string, string | undefined>> = {},
  slugs: readonly string[] = ['fietsen'],
): Knowledge {
  const files = Object.entries({ ...FILES, ...changes }).flatMap(([path, text]) =>
    text === undefined ? [] : [[path, new TextEncoder().encode(text)] as const],
  );
  return buildKnowledge(new Map(files), slugs, CHANNEL_TEXTS).knowledge;
}

/** The files of the fixture: paths relative to the knowledge directory, and texts. */
export function smallFiles(): readonly (readonly [string, string])[] {
  return Object.entries(FILES);
}

/** The text of one file of the fixture. */
export function smallFile(path: string): string {
  return FILES[path] ?? '';
}

/** The first guidance of a knowledge. */
export function guidanceOf(knowledge: Knowledge): Guidance {
  const [guidance] = knowledge.guidances;
  if (guidance === undefined) throw new TypeError('no guidance');
  return guidance;
}

/** An entry with its guidance. */
export function guidanceEntry(guidance: Guidance, id: string): GuidanceEntry {
  const entry: Entry | undefined = findEntry(guidance.entries, id);
  if (entry === undefined) throw new TypeError(`no entry ${id}`);
  return { entry, guidance };
}

/** The reply of an entry that was found on the word “rek”. */
export function entryReply(guidance: Guidance, id: string, language: Language): Reply {
  return composeEntry(guidanceEntry(guidance, id), language, ['rek'], (other) =>
    guidance.entries.some((entry) => entry.id === other) ? guidanceEntry(guidance, other) : undefined,
  );
}

/** The sentences of the fixture's source, which quotes hold, with their numbers. */
const SENTENCES = [
  'Deze regels gelden voor iedereen.',
  'Zet je fiets in een rek.',
  'Een fiets buiten het rek wordt verwijderd.',
  'De stalling is open van zeven tot negentien uur.',
  'Twijfel je?',
  'Ga na of:',
  'Je fiets in een rek past.',
  'Je fiets op slot staat.',
];

/** A citation of the fixture, of texts in Dutch, in the language of the reply. */
export function citation(
  texts: readonly string[],
  section: string | undefined,
  language: Language = 'nl',
): Citation {
  return {
    label: `${language} citaat_bron Regels voor de stalling; 2024`,
    ...(section !== undefined && { section }),
    guidance: 'fietsen',
    edition: '2024',
    sentences: texts.flatMap((text) =>
      SENTENCES.flatMap((sentence, index) => (text.includes(sentence) ? [index + 1] : [])),
    ),
  };
}

/** A block of the fixture with one quote or several of one section: in Dutch, with their citation in the language of the reply. */
export function quote(
  text: string | readonly string[],
  section: string | undefined,
  language: Language = 'nl',
): Block {
  const texts = [text].flat();
  return { kind: 'quote', texts, language: 'nl', source: citation(texts, section, language) };
}

export const heading = (text: string): Block => ({ kind: 'heading', text });
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

/** The buttons of the topics of the fixture. */
export const TOPICS = ['Stallen', 'Openingstijden', 'Niet in de regels', 'Zelfcheck'].map((topic) => ({
  label: topic,
  value: `topic:fietsen/${topic}`,
}));

/** The fixture without example, owner, address and contact. */
export function bareGuidance(): Guidance {
  const path = 'fietsen/handreiking.yaml';
  const text = smallFile(path).replace(/^(?:eigenaar|url|contact\w*|voorbeeld\w*):.*\n/gm, '');
  return guidanceOf(smallKnowledge({ [path]: text }));
}
