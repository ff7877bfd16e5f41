import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createCountedBot } from './counted-bot.ts';

it('metrics and database agree, whatever happens', async () => {
  const text = fc.constantFrom('open', 'rek', 'entry:open', 'iets anders', 'boem');
  const entry = fc.constantFrom('open', 'rek', 'weg');
  const person = fc.constantFrom('noor', 'sam');
  type Step = (assistant: ReturnType<typeof createCountedBot>['assistant']) => unknown;
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.record({ text, person, pressed: fc.boolean() }).map(
      (message): Step =>
        ({ reply }) =>
          reply({ conversation: 'a', ...message }),
    ),
    fc
      .record({
        entry,
        person,
        useful: fc.boolean(),
        reason: fc.constantFrom(undefined, 'unclear', 'other'),
        ballot: fc.constantFrom('1', '2'),
      })
      .map(
        (vote): Step =>
          ({ feedback }) =>
            feedback(vote),
      ),
    fc.record({ text, person }).map(
      (wanted): Step =>
        ({ suggest }) =>
          suggest(wanted, 5),
    ),
    fc.constant<Step>(({ show }) => show('entry:open')),
    fc.array(fc.constantFrom('x', 'y')).map(
      (ids): Step =>
        ({ claim }) =>
          claim(ids),
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const { assistant, counted, events } = createCountedBot(5);
      for (const each of steps) await each(assistant);
      const metered = events.flatMap(([type, outcome, isTimed]) => {
        if (type === 'vote') return outcome === 'counted' || outcome === 'changed' ? [outcome] : [];
        if (type === 'reason') return [outcome];
        // What is timed was answered.
        return isTimed ? [outcome] : [];
      });
      const voted = (replaces?: number) => (replaces === undefined ? 'counted' : 'changed');
      const stored = counted.flatMap((one) => {
        // A reason that is only taken back has no event of its own: the vote that takes it back has.
        if (one.kind === 'reason') return one.reason ?? [];
        // The core of this test offers nothing.
        if (one.kind === 'chosen') return one.kind;
        return one.kind === 'vote' ? voted(one.replaces) : one.outcome;
      });
      expect(metered).toEqual(stored);
    }),
    { numRuns: 200 },
  );
});
