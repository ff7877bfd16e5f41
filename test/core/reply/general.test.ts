import { describe, expect, it } from '@jest/globals';
import { factsOf } from '../../../src/core/index.ts';
import type { Guidance } from '../../../src/core/index.ts';
import { createContexts } from '../../../src/core/reply/general.ts';
import { load } from '../../fixtures/guidance.ts';

const { knowledge } = load();
const [first] = knowledge.guidances;
if (first === undefined) throw new TypeError('the fixture has no guidance');
const titled = (title: string, article?: 'het'): Guidance => ({
  ...first,
  title,
  ...(article !== undefined && { titleInSentence: { nl: `${article} ${title}` } }),
});
const GUIDE = titled('Handreiking thuiswerken');
const POLICY = titled('Beleid huisdieren', 'het');
const RULES = titled('Regels voor het kantoor');

describe('the titles in a sentence of the bot about itself', () => {
  it.each([
    [[POLICY], 'het Beleid huisdieren', 'the Beleid huisdieren'],
    [
      [GUIDE, POLICY],
      'de Handreiking thuiswerken en het Beleid huisdieren',
      'the Handreiking thuiswerken and the Beleid huisdieren',
    ],
    [
      [POLICY, GUIDE, RULES],
      'het Beleid huisdieren, de Handreiking thuiswerken en de Regels voor het kantoor',
      'the Beleid huisdieren, the Handreiking thuiswerken, and the Regels voor het kantoor',
    ],
  ])('each have their article: %#', (guidances, dutch, english) => {
    const contextIn = createContexts({ ...knowledge, guidances });
    expect(factsOf(contextIn('nl')).de_titel).toBe(dutch);
    expect(factsOf(contextIn('en')).de_titel).toBe(english);
  });
});
