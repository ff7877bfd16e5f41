import { describe, expect, it } from '@jest/globals';
import { CHANNEL_TEXTS } from '../../src/cli/channel-texts.ts';
import { buildKnowledge, KnowledgeError } from '../../src/knowledge/index.ts';
import { smallFiles } from '../core/small-knowledge.ts';

const FILE = 'basis/zinsvormen.yaml';
const build = (text: string) => {
  const files = new Map(smallFiles().map(([path, content]) => [path, Buffer.from(content)] as const));
  files.set(FILE, Buffer.from(text));
  return buildKnowledge(files, ['fietsen'], CHANNEL_TEXTS).knowledge;
};

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
    let told: string[] = [];
    try {
      build(text);
    } catch (error) {
      if (!(error instanceof KnowledgeError)) throw error;
      told = error.problems.map(({ file, line, message }) => `${file}:${line} ${message}`);
    }
    expect(told.sort()).toEqual([
      `${FILE}:2 De vorm “(over|rond” klopt niet: “)” ontbreekt.`,
      `${FILE}:5 De vorm “regels <rond> {x}” klopt niet: er is geen onderdeel <rond>.`,
      `${FILE}:7 De vorm “waarom)” klopt niet: “)” past hier niet.`,
    ]);
  });
});
