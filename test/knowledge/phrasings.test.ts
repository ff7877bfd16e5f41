import { describe, expect, it } from '@jest/globals';
import { CHANNEL_TEXTS } from '../../src/cli/channel-texts.ts';
import { buildKnowledge, KnowledgeError } from '../../src/knowledge/index.ts';
import type { Problem } from '../../src/knowledge/index.ts';
import { smallFiles } from '../core/small-knowledge.ts';

const FILE = 'basis/zinsvormen.yaml';
const build = (text: string) => {
  const files = new Map(smallFiles().map(([path, content]) => [path, Buffer.from(content)] as const));
  files.set(FILE, Buffer.from(text));
  return buildKnowledge(files, ['fietsen'], CHANNEL_TEXTS).knowledge;
};

/** What the editor of the templates is told. */
function toldOf(text: string): readonly Problem[] {
  try {
    build(text);
    return [];
  } catch (error) {
    if (error instanceof KnowledgeError) return error.problems;
    throw error;
  }
}

/** The Dutch templates beside guidances with these titles. */
function framesBeside(...titles: readonly string[]) {
  const text = `nl:
  soortnamen: [handreiking, beleid, regeling]
  onderdelen: { stuk: "(handreiking|tekst)" }
  kaders: ["wat zegt de handreiking over {x}", "<stuk> {x}", "handreikingen {x}"]
  vervolg: { waarom: ["waarom staat dat in de handreiking"] }
  zonder_onderwerp: ["de handreiking"]
`;
  const files = new Map([[FILE, Buffer.from(text)]]);
  for (const [path, content] of smallFiles()) if (path !== FILE) files.set(path, Buffer.from(content));
  const slugs = titles.map((title, index) => {
    const slug = `nummer-${index}`;
    for (const [path, content] of smallFiles()) {
      if (!path.startsWith('fietsen/')) continue;
      const own = path.endsWith('handreiking.yaml')
        ? content.replace(/^naam: .*/m, `naam: ${slug}`).replace(/^titel: .*/m, `titel: ${title}`)
        : content;
      files.set(path.replace('fietsen/', `${slug}/`), Buffer.from(own));
    }
    return slug;
  });
  return buildKnowledge(files, slugs, CHANNEL_TEXTS).knowledge.phrasings?.nl;
}

describe('the name of a guidance in the sentence templates', () => {
  it.each([
    ['that the templates have', ['Handreiking fietsen'], 'handreiking'],
    ['that is no kind', ['Fietsen op het werk'], 'handreiking'],
    ['of one guidance', ['Beleid fietsen'], '(handreiking|beleid)'],
    ['of a second guidance', ['Handreiking fietsen', 'Beleid fietsen'], '(handreiking|beleid)'],
    ['of the first of two', ['Beleid fietsen', 'Handreiking fietsen'], '(handreiking|beleid)'],
    ['of both', ['Beleid fietsen', 'Reisregeling'], '(handreiking|beleid|regeling|reisregeling)'],
  ])('%s', (_, titles, written) => {
    expect(framesBeside(...titles)).toMatchObject({
      onderdelen: { stuk: `(${written}|tekst)` },
      kaders: [`wat zegt de ${written} over {x}`, '<stuk> {x}', 'handreikingen {x}'],
      vervolg: { waarom: [`waarom staat dat in de ${written}`] },
      zonder_onderwerp: [`de ${written}`],
    });
  });
});

describe('the sentence templates of the editors', () => {
  it('come with the knowledge, by language', () => {
    const { phrasings } = build('nl:\n  kaders: ["regels voor {x}"]\n');
    expect(phrasings).toMatchObject({ nl: { kaders: ['regels voor {x}'], afsluiting: [] } });
    expect(phrasings?.en).toBeUndefined();
  });

  it('are told by line what is wrong with them, all at once', () => {
    const text = `nl:
  onderdelen: { over: "(over|rond" }
  kaders:
    - "regels voor {x}"
    - "regels <rond> {x}"
  vervolg:
    waarom: ["waarom)"]
`;
    const told = toldOf(text).map(({ file, line, message }) => `${file}:${line} ${message}`);
    expect(told.sort()).toEqual([
      `${FILE}:2 De vorm “(over|rond” klopt niet: “)” ontbreekt.`,
      `${FILE}:5 De vorm “regels <rond> {x}” klopt niet: er is geen onderdeel <rond>.`,
      `${FILE}:7 De vorm “waarom)” klopt niet: “)” past hier niet.`,
    ]);
  });

  it.each(['c++', 'nota (concept', 'code van het werk', 'Beleid', 'privé', ''])(
    'are told that the name of a guidance is one plain word: %j',
    (name) => {
      expect(toldOf(`nl:\n  soortnamen: [handreiking, ${JSON.stringify(name)}]\n`)).toMatchObject([
        { file: FILE, line: 2, message: expect.stringMatching(/^“soortnamen” /) },
      ]);
    },
  );
});
