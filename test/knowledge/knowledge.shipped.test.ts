import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import {
  loadKnowledge,
  readFiles,
  severityOf,
  SHIPPED_KNOWLEDGE,
  withRetentionNotice,
} from '../../src/knowledge/index.ts';
import { readSource } from '../../src/knowledge/source.ts';
import { CHANNEL_TEXTS } from '../../src/cli/channel-texts.ts';

/** The fingerprint of the edition of 2019-03-06, written here once more: two files must be wrong for a wrong text. */
const SHA256 = '61fd31c267a37c18e8ce9190731cbb8f7b1d9fbe646fbf317e7ba0e4c6d239a8';

const { files } = readFiles(SHIPPED_KNOWLEDGE);
const source = files.get('online-communicatie/bron.txt') ?? new Uint8Array();
const text = new TextDecoder().decode(source);
const { knowledge, warnings } = loadKnowledge(SHIPPED_KNOWLEDGE, CHANNEL_TEXTS);
const entries = knowledge.guidances.flatMap((guidance) => guidance.entries);
const listed = entries.filter(({ kind }) => kind !== 'social');

/** The ids in each file with a path that begins so, by the rest of its path without its ending. */
function idsByFile(folder: string, key: 'id' | 'bij'): ReadonlyMap<string, readonly string[]> {
  const found = [...files].flatMap(([path, bytes]) => {
    const name = path.startsWith(folder) ? path.slice(folder.length).replace(/\.yaml$/, '') : undefined;
    if (name === undefined) return [];
    const items = parse(new TextDecoder().decode(bytes)) as Record<'id' | 'bij', string>[];
    return [[name, items.map((item) => item[key])] as const];
  });
  return new Map(found);
}

/** The ids of entries that break a rule: the test then names them. */
const ids = (broken: typeof entries) => broken.map(({ id }) => id);
const wordings = (entry: (typeof entries)[number]) => Object.values(entry.wording);

describe('the shipped knowledge', () => {
  it('is one guidance, which loads without warnings', () => {
    expect(knowledge.guidances.map(({ title }) => title)).toEqual([
      'Handreiking online communicatie rijksambtenaren',
    ]);
    expect(warnings().filter(({ kind }) => severityOf(kind) === 'waarschuwing')).toEqual([]);
  });

  it('has an entry of every kind', () => {
    expect([...new Set(entries.map(({ kind }) => kind))].sort()).toEqual([
      'answer',
      'checklist',
      'silent',
      'social',
    ]);
  });
});

describe('the shipped practice questions', () => {
  const smallTalk = idsByFile('basis/gesprek', 'id').get('') ?? [];
  const topics = new Map([
    ...idsByFile('online-communicatie/vragen/', 'id'),
    ['gesprek', smallTalk],
    ['zelfcheck', ['zelfcheck']],
    ['buiten-onderwerp', ['geen']],
    ['staat-er-niet-in', ['staat-er-niet-in']],
  ]);
  const practiceFiles = idsByFile('online-communicatie/praktijkvragen/', 'bij');

  it('stand in a file named after that of their entries, or in a part of it, in the same order', () => {
    for (const [name, bij] of practiceFiles) {
      const topic = topics.has(name) ? name : name.replace(/-[a-z]+$/, '');
      expect([name, topics.get(topic)?.filter((id) => bij.includes(id))]).toEqual([name, bij]);
    }
  });

  it('that any bot is asked stand with the small talk that they are about, in the same order', () => {
    const bij = idsByFile('basis/praktijkvragen', 'bij').get('') ?? [];
    expect(smallTalk.filter((id) => bij.includes(id))).toEqual(bij);
  });

  it('stand together for each entry', () => {
    const all = [...practiceFiles.values()].flat();
    expect(all.filter((id, at) => all.indexOf(id) !== at)).toEqual([]);
  });
});

describe('the shipped texts of a bot that stores questions without a good answer', () => {
  it('say so and for how long, and nowhere that no question is stored', () => {
    for (const { texts } of withRetentionNotice(knowledge).guidances) {
      expect(texts.nl.over_privacy).toContain('28 dagen');
      expect(texts.en.over_privacy).toContain('28 days');
      const said = Object.values(texts.nl).join('\n') + Object.values(texts.en).join('\n');
      expect(said).not.toMatch(/bewaart je vraag niet|not keep your question/);
    }
    expect(knowledge.guidances[0]?.texts.nl.over_privacy).toContain('bewaart je vraag niet');
  });
});

describe('the shipped source', () => {
  it('is byte for byte the edition that was pinned', async () => {
    const digest = await crypto.subtle.digest('SHA-256', Uint8Array.from(source));
    expect(Buffer.from(digest).toString('hex')).toBe(SHA256);
    expect(new TextDecoder().decode(files.get('online-communicatie/handreiking.yaml'))).toContain(
      `\nsha256: ${SHA256}\n`,
    );
  });

  it('has every sentence quoted by an entry, whole', () => {
    const quotes = entries.flatMap((entry) => entry.quotes.map((quote) => quote.text));
    const { sentences } = readSource(text, 'nl');
    expect(sentences).toHaveLength(34);
    expect(sentences.filter((sentence) => !quotes.some((quote) => quote.includes(sentence)))).toEqual([]);
  });

  it('holds every quote verbatim, down to the white space', () => {
    const quotes = entries.flatMap((entry) => entry.quotes.map((quote) => quote.text));
    expect(quotes.filter((quote) => !text.includes(quote))).toEqual([]);
  });

  it('holds the paragraph and the section of every quote', () => {
    const quotes = entries.flatMap((entry) => entry.quotes);
    expect(quotes.filter(({ text: quote, paragraph }) => !paragraph.includes(quote))).toEqual([]);
    expect(quotes.filter(({ paragraph }) => !text.includes(paragraph))).toEqual([]);
    expect([...new Set(quotes.map(({ section }) => section))].sort()).toEqual([
      'Integriteit en professionele taakinvulling gaan samen',
      'Online media zijn een belangrijke bron van informatie',
      'Rijksambtenaren als ambassadeur van de Rijksoverheid',
      undefined,
    ]);
  });
});

describe('every shipped entry', () => {
  it('has 15 to 30 variants and up to 15 bare subjects; the self-check, which many doubts lead to, at least 15', () => {
    const counted = entries.filter(({ kind, wording }) => {
      const count = wording.nl?.variants.length ?? 0;
      return count < 15 || (count > 45 && kind !== 'checklist');
    });
    expect(ids(counted)).toEqual([]);
  });

  it('has an English part with four variants or more', () => {
    expect(ids(entries.filter(({ wording }) => (wording.en?.variants.length ?? 0) < 4))).toEqual([]);
  });

  it('has no variant twice', () => {
    const repeating = entries.filter((entry) =>
      wordings(entry).some(({ question, variants }) => {
        const all = [question, ...variants].map((variant) => variant.toLowerCase());
        return new Set(all).size < all.length;
      }),
    );
    expect(ids(repeating)).toEqual([]);
  });

  it('explains in at most two sentences and sixty words, in both languages', () => {
    const long = entries.filter(({ wording }) =>
      Object.entries(wording).some(([language, { answer }]) => {
        const sentences = [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(answer)];
        return sentences.length > 2 || answer.split(/\s+/).length > 60;
      }),
    );
    expect(ids(long)).toEqual([]);
  });

  it('has a topic and two or three related entries; a silent one may have none, small talk has neither', () => {
    const fewest = { answer: 2, checklist: 2, silent: 0, social: 0 } as const;
    const most = { answer: 3, checklist: 3, silent: 3, social: 0 } as const;
    expect(ids(entries.filter(({ kind, related }) => related.length < fewest[kind]))).toEqual([]);
    expect(ids(entries.filter(({ kind, related }) => related.length > most[kind]))).toEqual([]);
    expect(ids(listed.filter(({ topic }) => topic === undefined))).toEqual([]);
  });

  it('is related to others, each once, never to itself or to small talk', () => {
    const kinds = new Map(entries.map(({ id, kind }) => [id, kind]));
    const odd = entries.filter(
      ({ id, related }) =>
        new Set([id, ...related]).size < related.length + 1 ||
        related.some((other) => kinds.get(other) === 'social'),
    );
    expect(ids(odd)).toEqual([]);
  });

  it('points elsewhere when, and only when, it is silent; in both languages', () => {
    const pointing = entries.filter((entry) => wordings(entry).every(({ pointer }) => pointer !== undefined));
    const silent = entries.filter((entry) => wordings(entry).some(({ pointer }) => pointer === undefined));
    expect(ids(pointing.filter(({ kind }) => kind !== 'silent'))).toEqual([]);
    expect(ids(silent.filter(({ kind }) => kind === 'silent'))).toEqual([]);
  });
});
