import { describe, expect, it } from '@jest/globals';
import { follow } from '../../src/assistant/index.ts';
import { createAsker } from '../../src/core/index.ts';
import type { Previous, Reply } from '../../src/core/index.ts';
import { guidanceOf, heading, paragraph, quote, smallKnowledge } from './small-knowledge.ts';

const knowledge = smallKnowledge();
const { ask } = createAsker(knowledge);
const { url } = guidanceOf(knowledge);
const ELSEWHERE = 'hoe laat vertrekt de trein?';

/** The reply to the last of these messages of one conversation. */
function last(...texts: readonly string[]): Reply | undefined {
  let previous: Previous | undefined;
  let reply: Reply | undefined;
  for (const text of texts) {
    reply = ask({ text, ...(previous !== undefined && { previous }) });
    previous = follow(previous, reply);
  }
  return reply;
}

describe('uitleg', () => {
  it('after an answer shows its question and the words on which it was found', () => {
    expect(last('openingstijden', 'uitleg')).toEqual({
      kind: 'help',
      language: 'nl',
      entry: 'fietsen/open',
      words: ['openingstijden'],
      blocks: [
        heading('nl uitleg'),
        paragraph('nl uitleg_woorden Wanneer is de stalling open?; “openingstijden”'),
        {
          kind: 'choices',
          choices: [{ label: 'Wanneer is de stalling open?', value: 'entry:fietsen/open' }],
        },
      ],
    });
  });

  it.each([
    ['asked again', ['openingstijden', 'uitleg', 'uitleg']],
    ['after the source', ['openingstijden', 'bron', 'uitleg']],
    ['after thanks', ['openingstijden', 'dank je wel', 'uitleg']],
    ['after a question that was not understood', ['openingstijden', ELSEWHERE, 'uitleg']],
    ['after other commands', ['openingstijden', 'help', 'over', 'onderwerpen', 'topic:Stallen', 'uitleg']],
  ])('is about the last answer when %s', (_, texts) => {
    expect(last(...texts)).toEqual(last('openingstijden', 'uitleg'));
  });

  it('after a button says that the entry was chosen', () => {
    expect(last('fiets rek', 'entry:in-rek', 'uitleg')?.blocks[1]).toEqual(
      paragraph('nl uitleg_zonder_woorden Waar zet ik mijn fiets?'),
    );
  });

  it('after an answer and then a button does not show the words of that answer', () => {
    expect(last('openingstijden', 'entry:in-rek', 'uitleg')).toMatchObject({
      entry: 'fietsen/in-rek',
      words: [],
    });
  });

  it.each([
    ['nothing', []],
    ['thanks', ['dank je wel']],
    ['a question that was not understood', [ELSEWHERE]],
    ['the button of an entry that is gone', ['entry:opgeheven']],
  ])('after %s says that there is nothing to explain', (_, before) => {
    expect(last(...before, 'uitleg')?.blocks).toEqual([paragraph('nl uitleg_geen')]);
  });

  it('of an answer that is no longer there says that there is nothing to explain', () => {
    const previous = { entry: 'opgeheven', words: ['rek'] };
    expect(ask({ text: 'uitleg', previous }).blocks).toEqual([paragraph('nl uitleg_geen')]);
  });
});

describe('bron', () => {
  it.each([
    ['an answer', ['moet mijn fiets in een rek']],
    ['an answer and thanks', ['moet mijn fiets in een rek', 'dankjewel']],
    ['an answer and its explanation', ['moet mijn fiets in een rek', 'uitleg']],
    ['a choice', ['entry:in-rek']],
    ['a choice after another answer', ['openingstijden', 'entry:in-rek']],
  ])('after %s gives the whole paragraph', (_, before) => {
    expect(last(...before, 'bron')).toEqual({
      kind: 'answer',
      language: 'nl',
      entry: 'fietsen/in-rek',
      blocks: [
        heading('nl bron'),
        quote('Zet je fiets in een rek. Een fiets buiten het rek wordt verwijderd.', 'Stallen'),
        { kind: 'link', text: 'nl over_bron', url },
      ],
    });
  });

  it.each([
    ['nothing', []],
    ['thanks', ['dankjewel']],
  ])('after %s says that there is no quote', (_, before) => {
    expect(last(...before, 'bron')?.blocks).toEqual([paragraph('nl bron_geen')]);
  });

  it('after the self-check gives every paragraph that it quotes, each once', () => {
    expect(last('zelfcheck', 'bron')?.blocks.slice(1, -1)).toEqual([
      quote(
        ['Twijfel je? Ga na of:', 'Je fiets in een rek past.', 'Je fiets op slot staat.'],
        'Openingstijden',
      ),
      quote('Zet je fiets in een rek. Een fiets buiten het rek wordt verwijderd.', 'Stallen'),
    ]);
  });
});

describe('a question that is not understood', () => {
  const headingOf = (reply: Reply | undefined) => reply?.blocks[0];

  it.each([
    ['the first time', [ELSEWHERE], 'nl onbekend'],
    ['the second time in a row', [ELSEWHERE, ELSEWHERE], 'nl onbekend_weer'],
    ['the third time in a row', [ELSEWHERE, ELSEWHERE, ELSEWHERE], 'nl onbekend_weer'],
    ['again after an answer', [ELSEWHERE, 'openingstijden', ELSEWHERE], 'nl onbekend'],
    ['again after help', [ELSEWHERE, 'help', ELSEWHERE], 'nl onbekend'],
  ])('gets its own heading %s', (_, texts, text) => {
    expect(headingOf(last(...texts))).toEqual(heading(text));
  });
});
