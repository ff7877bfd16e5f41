import { describe, expect, it } from '@jest/globals';
import { createAsker } from '../../../src/core/index.ts';
import type { Knowledge, ModelCache } from '../../../src/core/index.ts';
import { guidanceOf, smallKnowledge } from '../small-knowledge.ts';

/** The small knowledge with an entry that no other is like. */
function withPump(knowledge: Knowledge): Knowledge {
  const guidance = guidanceOf(knowledge);
  const [like] = guidance.entries.filter(({ kind }) => kind === 'answer');
  if (like === undefined) throw new TypeError('no answer');
  const wording = {
    question: 'Waar vind ik een pomp?',
    variants: ['band oppompen', 'mijn band is zacht', 'lucht in mijn band', 'pomp lenen', 'band leeg'],
    answer: 'Bij de ingang.',
  };
  const entry = { ...like, id: 'fietsen/pomp', related: [], wording: { nl: wording } };
  return { ...knowledge, guidances: [{ ...guidance, entries: [entry, ...guidance.entries] }] };
}

/** A cache that remembers the last model, and estimates from it when it is told to. */
function remembering(near?: ModelCache['near']) {
  let bytes: Uint8Array | undefined;
  const cache: ModelCache = {
    read: () => undefined,
    write: (_, written) => {
      bytes = written;
    },
    ...(near !== undefined && { near }),
  };
  return { cache, written: () => bytes };
}

describe('an estimate of the model of changed knowledge', () => {
  const before = smallKnowledge();
  const fitted = remembering();
  const old = createAsker(before, fitted.cache);
  const near = { guidances: before.guidances, bytes: fitted.written() ?? new Uint8Array() };
  const estimated = remembering(near);
  const asker = createAsker(withPump(before), estimated.cache);

  it('finds a new entry, in words that it did not learn', () => {
    expect(old.ask({ text: 'ik heb een lege band en zoek een pomp' }).entry).not.toBe('fietsen/pomp');
    expect(asker.ask({ text: 'ik heb een lege band en zoek een pomp' }).entry).toBe('fietsen/pomp');
  });

  it('answers what it answered, though all labels moved', () => {
    const questions = before.guidances.flatMap(({ practice }) => practice.map(({ text }) => text));
    expect(questions.length).toBeGreaterThan(0);
    const routes = (of: typeof asker) => questions.map((text) => of.ask({ text }).entry);
    expect(routes(asker)).toEqual(routes(old));
  });

  it('is not written to the cache', () => {
    expect(estimated.written()).toBeUndefined();
  });
});
