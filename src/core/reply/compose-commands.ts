import { choiceBlock, choicesOf, heading, paragraph, plainReply } from './compose.ts';
import type { GuidanceEntry } from './compose.ts';
import { say } from './say.ts';
import type { ReplyContext } from './say.ts';
import { topicValue } from './buttons.ts';
import type { Guidance } from '../model.ts';
import type { Block, Choice, Reply } from '../types.ts';

/** Composes the list of topics, a button for each. */
export function composeTopics(context: ReplyContext, entries: readonly GuidanceEntry[]): Reply {
  return plainReply('topics', context, [
    heading(say(context, 'onderwerpen')),
    paragraph(say(context, 'onderwerpen_uitleg')),
    ...choiceBlock(topicChoices(entries)),
  ]);
}

/** Teams draws at most 25 buttons, and a reply has others too. */
const PAGE_SIZE = 15;

/** Composes a page (from 1) of the questions of a topic, with a button for the next page. */
export function composeTopic(
  context: ReplyContext,
  topic: string,
  page: number,
  entries: readonly GuidanceEntry[],
): Reply {
  const members = entries.filter(({ entry }) => entry.topic === topic);
  const shown = members.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  if (shown.length === 0) return composeVanished(context, entries);
  const more = { label: say(context, 'meer_vragen'), value: topicValue(topic, page + 1) };
  return plainReply('topics', context, [
    heading(say(context, 'onderwerp', { onderwerp: topic })),
    ...choicesOf(shown, context.language),
    ...choiceBlock([
      ...(members.length > page * PAGE_SIZE ? [more] : []),
      { label: say(context, 'onderwerpen_knop'), value: 'onderwerpen' },
    ]),
  ]);
}

/** Composes the reply to a button of an old conversation whose entry or topic is gone. */
export function composeVanished(context: ReplyContext, entries: readonly GuidanceEntry[]): Reply {
  return plainReply('topics', context, [
    paragraph(say(context, 'verdwenen')),
    ...choiceBlock(topicChoices(entries)),
  ]);
}

/** Composes the help: what the bot does, an example, and every command. */
export function composeHelp(context: ReplyContext, hasChecklist: boolean): Reply {
  return plainReply('help', context, [
    heading(say(context, 'hulp')),
    paragraph(say(context, 'hulp_uitleg')),
    ...exampleQuestion(context),
    paragraph(say(context, 'hulp_opdrachten')),
    {
      kind: 'list',
      items: [
        ...(hasChecklist ? [say(context, 'hulp_opdracht_zelfcheck')] : []),
        say(context, 'hulp_opdracht_onderwerpen'),
        say(context, 'hulp_opdracht_uitleg'),
        say(context, 'hulp_opdracht_bron'),
        say(context, 'hulp_opdracht_over'),
      ],
    },
    ...nextSteps(context, hasChecklist),
  ]);
}

/** Composes the facts about the bot and its guidances; `hash` is the fingerprint of the knowledge. */
export function composeAbout(context: ReplyContext, guidances: readonly Guidance[], hash: string): Reply {
  return plainReply('about', context, [
    heading(say(context, 'over')),
    paragraph(say(context, 'over_automatisch')),
    ...guidances.flatMap((guidance): Block[] => {
      const own = { guidance, language: context.language };
      return [
        paragraph(say(own, 'over_editie')),
        ...sourceLink(own),
        ...(guidance.owner === undefined ? [] : [paragraph(say(own, 'over_onderschrijving'))]),
      ];
    }),
    paragraph(say(context, 'over_privacy')),
    paragraph(say(context, 'over_hash', { hash })),
  ]);
}

/** Composes the choice between entries that a question may be about. */
export function composeChoices(context: ReplyContext, entries: readonly GuidanceEntry[]): Reply {
  return plainReply('choices', context, [
    heading(say(context, 'keuze')),
    ...choicesOf(entries, context.language),
    paragraph(say(context, 'keuze_anders')),
  ]);
}

/**
 * Composes "not understood": what the bot knows, which languages it understands, and `likely` questions; the second time in
 * a row (`again`) also the contact.
 */
export function composeUnknown(
  context: ReplyContext,
  likely: readonly GuidanceEntry[],
  again: boolean,
): Reply {
  const { contact, entries } = context.guidance;
  const isBilingual = entries.some(({ wording }) => wording.nl !== undefined && wording.en !== undefined);
  const knows = [say(context, 'onbekend_uitleg'), ...(isBilingual ? [say(context, 'onbekend_talen')] : [])];
  return plainReply('unknown', context, [
    heading(say(context, again ? 'onbekend_weer' : 'onbekend')),
    paragraph(knows.join(' ')),
    ...(again && contact[context.language] !== undefined
      ? [paragraph(say(context, 'onbekend_contact'))]
      : []),
    ...choicesOf(likely, context.language, say(context, 'onbekend_vragen')),
    ...choiceBlock([{ label: say(context, 'onderwerpen_knop'), value: 'onderwerpen' }]),
  ]);
}

/** Composes the apology for a fault of the bot; `reference` is the request id in the log. */
export function composeSorry(context: ReplyContext, reference: string): Reply {
  return plainReply('unknown', context, [paragraph(say(context, 'storing', { kenmerk: reference }))]);
}

/** Composes the reply to a message without a word. */
export function composeEmpty(context: ReplyContext, hasChecklist: boolean): Reply {
  return plainReply('help', context, [
    paragraph(say(context, 'leeg')),
    ...exampleQuestion(context),
    ...nextSteps(context, hasChecklist),
  ]);
}

/** Returns a link to the whole text; no block for a guidance without an address. */
export function sourceLink(context: ReplyContext): Block[] {
  const { url } = context.guidance;
  return url === undefined ? [] : [{ kind: 'link', text: say(context, 'over_bron'), url }];
}

function exampleQuestion(context: ReplyContext): Block[] {
  return context.guidance.example[context.language] === undefined ? [] : [paragraph(say(context, 'welkom'))];
}

function nextSteps(context: ReplyContext, hasChecklist: boolean): Block[] {
  return choiceBlock([
    { label: say(context, 'onderwerpen_knop'), value: 'onderwerpen' },
    ...(hasChecklist ? [{ label: say(context, 'zelfcheck_knop'), value: 'zelfcheck' }] : []),
  ]);
}

function topicChoices(entries: readonly GuidanceEntry[]): Choice[] {
  const topics = entries.map(({ entry }) => entry.topic).filter((topic) => topic !== undefined);
  return [...new Set(topics)].map((topic) => ({ label: topic, value: topicValue(topic) }));
}
