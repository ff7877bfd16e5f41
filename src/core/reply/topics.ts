import { fullId } from '../entry-id.ts';
import type { Guidance } from '../model.ts';
import type { Block, Choice, Reply } from '../types.ts';
import { topicValue } from './buttons.ts';
import { choiceBlock, choicesOf, heading, paragraph, plainReply } from './compose.ts';
import type { GuidanceEntry } from './compose.ts';
import { nameGuidance } from './naming.ts';
import { say } from './say.ts';
import type { ReplyContext } from './say.ts';

/** Returns the entries in the order of lists: silent ones last. */
export function inOrderOfLists(entries: readonly GuidanceEntry[]): GuidanceEntry[] {
  const silence = ({ entry }: GuidanceEntry) => Number(entry.kind === 'silent');
  return entries.toSorted((a, b) => silence(a) - silence(b));
}

/** A topic with its entries, in the order of lists. */
interface Topic {
  readonly guidance: Guidance;
  readonly name: string;
  readonly members: readonly GuidanceEntry[];
}

/** Composes the list of topics, a button for each; of several guidances under the title of each. */
export function composeTopics(context: ReplyContext, entries: readonly GuidanceEntry[]): Reply {
  return plainReply('topics', context, [
    heading(say(context, 'onderwerpen')),
    paragraph(say(context, 'onderwerpen_uitleg')),
    ...topicBlocks(entries),
  ]);
}

/** Composes the reply to a button of an old conversation whose entry or topic is gone. */
export function composeVanished(context: ReplyContext, entries: readonly GuidanceEntry[]): Reply {
  return plainReply('topics', context, [paragraph(say(context, 'verdwenen')), ...topicBlocks(entries)]);
}

/** Teams draws at most 25 buttons, and a reply has others too. */
const PAGE_SIZE = 15;

/**
 * Composes a page (from 1) of the questions of a topic, with a button for the next page. `wanted` is the topic of a button,
 * or a name; when several guidances have a topic of that name, the reply is the choice between them.
 */
export function composeTopic(
  context: ReplyContext,
  wanted: string,
  page: number,
  entries: readonly GuidanceEntry[],
): Reply {
  const topics = findTopics(wanted, entries);
  const [topic, ...others] = topics;
  if (topic === undefined) return composeVanished(context, entries);
  if (others.length > 0) {
    return plainReply('topics', context, [
      heading(say(context, 'onderwerp', { onderwerp: topic.name })),
      ...choiceBlock(topics.map((each) => choiceOf(each, nameGuidance(each.name, each, context.language)))),
    ]);
  }
  const { guidance, name, members } = topic;
  const own = { guidance, language: context.language };
  const shown = members.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const [first] = shown;
  if (first === undefined) return composeVanished(context, entries);
  const title = say(own, 'onderwerp', { onderwerp: name });
  const more = { label: say(own, 'meer_vragen'), value: topicValue(guidance.slug, name, page + 1) };
  return plainReply('topics', context, [
    heading(first.isNamed === true ? nameGuidance(title, first, context.language) : title),
    ...choicesOf(shown, context.language),
    ...choiceBlock([
      ...(members.length > page * PAGE_SIZE ? [more] : []),
      { label: say(context, 'onderwerpen_knop'), value: 'onderwerpen' },
    ]),
  ]);
}

/** The buttons of all topics; of several guidances a block for each, under its title. */
function topicBlocks(entries: readonly GuidanceEntry[]): Block[] {
  const isNamed = entries.some((entry) => entry.isNamed === true);
  const groups = [...Map.groupBy(topicsOf(entries), ({ guidance }) => guidance)];
  return groups.flatMap(([{ title }, topics]) =>
    choiceBlock(
      topics.map((topic) => choiceOf(topic, topic.name)),
      isNamed ? title : undefined,
    ),
  );
}

function choiceOf({ guidance, name }: Topic, label: string): Choice {
  return { label, value: topicValue(guidance.slug, name) };
}

/** The topic of a button, or those with a name: buttons from before 2026-12 have the name alone. */
function findTopics(wanted: string, entries: readonly GuidanceEntry[]): readonly Topic[] {
  const topics = topicsOf(entries);
  const exact = topics.find(({ guidance, name }) => fullId(guidance.slug, name) === wanted);
  return exact === undefined ? topics.filter(({ name }) => name === wanted) : [exact];
}

function topicsOf(entries: readonly GuidanceEntry[]): Topic[] {
  const guidances = [...Map.groupBy(entries, ({ guidance }) => guidance)];
  return guidances.flatMap(([guidance, own]) =>
    [...Map.groupBy(own, ({ entry }) => entry.topic)].flatMap(([name, members]) =>
      name === undefined ? [] : [{ guidance, name, members }],
    ),
  );
}
