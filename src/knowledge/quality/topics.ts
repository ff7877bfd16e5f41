import { clean, isOneEdit, tokenize } from '../../core/index.ts';
import type { Problem } from '../problems.ts';
import type { Subject } from './subject.ts';

/** A topic of one entry that is nearly the name of another topic. */
export function checkTopics({ located }: Subject): Problem[] {
  const counts = new Map<string, number>();
  for (const { entry } of located)
    if (entry.topic !== undefined) counts.set(entry.topic, (counts.get(entry.topic) ?? 0) + 1);
  return located.flatMap(({ entry, file, lineOf }): Problem[] => {
    const { topic } = entry;
    if (topic === undefined || counts.get(topic) !== 1) return [];
    const names = [...counts.keys()];
    const meant = names.find((other, at) => {
      const isOlder = at < names.indexOf(topic) || (counts.get(other) ?? 0) > 1;
      return other !== topic && isOlder && isNear(lettersOf(other), lettersOf(topic));
    });
    if (meant === undefined) return [];
    return [
      {
        kind: 'onderwerp-tikfout',
        file,
        line: lineOf('onderwerp'),
        entry: entry.id,
        message: `Het onderwerp “${topic}” staat maar bij één vraag en lijkt op “${meant}”.`,
        advice: 'Is het hetzelfde onderwerp? Schrijf het dan precies hetzelfde.',
      },
    ];
  });
}

const lettersOf = (topic: string) => tokenize(clean(topic)).join('');

/** An ending of so many letters makes another form of a word, such as a plural. */
const MAX_ENDING = 2;

function isNear(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return isOneEdit(one, other) || (long.startsWith(short) && long.length - short.length <= MAX_ENDING);
}
