import {
  choiceBlock,
  choicesOf,
  heading,
  paragraph,
  plainReply,
  quoteBlocks,
  say,
  wordingOf,
} from './compose.ts';
import type { Owned, Voice } from './compose.ts';
import { topicValue } from './buttons.ts';
import type { Guidance } from '../model.ts';
import type { Block, Choice, Previous, Reply } from '../types.ts';

/** Replies to commands and to what was not understood. All of them leave the person a next step. */

export function composeTopics(voice: Voice, entries: readonly Owned[]): Reply {
  return plainReply('topics', voice, [
    heading(say(voice, 'onderwerpen')),
    paragraph(say(voice, 'onderwerpen_uitleg')),
    ...choiceBlock(topicChoices(entries)),
  ]);
}

/** Buttons that fit in a message of every channel; Teams draws 25 at most, of which some are others. */
const MOST_ON_PAGE = 15;

/** A page (from 1) of the questions of a topic, with a button for the next. */
export function composeTopic(voice: Voice, topic: string, page: number, entries: readonly Owned[]): Reply {
  const members = entries.filter(({ entry }) => entry.topic === topic);
  const shown = members.slice((page - 1) * MOST_ON_PAGE, page * MOST_ON_PAGE);
  if (shown.length === 0) return composeVanished(voice, entries);
  const more = { label: say(voice, 'meer_vragen'), value: topicValue(topic, page + 1) };
  return plainReply('topics', voice, [
    heading(say(voice, 'onderwerp', { onderwerp: topic })),
    ...choicesOf(shown, voice.language),
    ...choiceBlock([
      ...(members.length > page * MOST_ON_PAGE ? [more] : []),
      { label: say(voice, 'onderwerpen_knop'), value: 'onderwerpen' },
    ]),
  ]);
}

/** A button of an old conversation whose entry is no longer there. */
export function composeVanished(voice: Voice, entries: readonly Owned[]): Reply {
  return plainReply('topics', voice, [
    paragraph(say(voice, 'verdwenen')),
    ...choiceBlock(topicChoices(entries)),
  ]);
}

export function composeHelp(voice: Voice, hasChecklist: boolean): Reply {
  return plainReply('help', voice, [
    heading(say(voice, 'hulp')),
    paragraph(say(voice, 'hulp_uitleg')),
    ...(voice.guidance.example[voice.language] === undefined ? [] : [paragraph(say(voice, 'welkom'))]),
    paragraph(say(voice, 'hulp_opdrachten')),
    {
      kind: 'list',
      items: [
        ...(hasChecklist ? [say(voice, 'hulp_opdracht_zelfcheck')] : []),
        say(voice, 'hulp_opdracht_onderwerpen'),
        say(voice, 'hulp_opdracht_uitleg'),
        say(voice, 'hulp_opdracht_bron'),
        say(voice, 'hulp_opdracht_over'),
      ],
    },
    ...nextSteps(voice, hasChecklist),
  ]);
}

export function composeAbout(voice: Voice, guidances: readonly Guidance[], hash: string): Reply {
  return plainReply('about', voice, [
    heading(say(voice, 'over')),
    paragraph(say(voice, 'over_automatisch')),
    ...guidances.flatMap((guidance): Block[] => {
      const speaker = { guidance, language: voice.language };
      return [
        paragraph(say(speaker, 'over_editie')),
        ...(guidance.url === undefined
          ? []
          : [{ kind: 'link', text: say(speaker, 'over_bron'), url: guidance.url } as const]),
        ...(guidance.owner === undefined ? [] : [paragraph(say(speaker, 'over_onderschrijving'))]),
      ];
    }),
    paragraph(say(voice, 'over_privacy')),
    paragraph(say(voice, 'over_hash', { hash })),
  ]);
}

/** On which words the last answer was found. */
export function composeExplanation(
  voice: Voice,
  last: Owned | undefined,
  previous: Previous | undefined,
): Reply {
  if (last === undefined) return plainReply('help', voice, [paragraph(say(voice, 'uitleg_geen'))]);
  const { question } = wordingOf(last, voice.language);
  const words = (previous?.words ?? []).map((word) => `“${word}”`).join(', ');
  return {
    ...plainReply('help', voice, [
      heading(say(voice, 'uitleg')),
      paragraph(
        words === ''
          ? say(voice, 'uitleg_zonder_woorden', { vraag: question })
          : say(voice, 'uitleg_woorden', { vraag: question, woorden: words }),
      ),
      ...choicesOf([last], voice.language),
    ]),
    entry: last.entry.id,
    ...(previous?.words !== undefined && { words: previous.words }),
  };
}

/** The last answer's quotes in their whole paragraphs. */
export function composeSource(voice: Voice, last: Owned | undefined): Reply {
  const quotes = last?.entry.quotes ?? [];
  if (last === undefined || quotes.length === 0) {
    return plainReply('help', voice, [paragraph(say(voice, 'bron_geen'))]);
  }
  const paragraphs = [
    ...new Map(quotes.map((quote) => [quote.paragraph, { ...quote, text: quote.paragraph }])).values(),
  ];
  const speaker = { guidance: last.guidance, language: voice.language };
  return {
    ...plainReply('answer', voice, [
      heading(say(speaker, 'bron')),
      ...quoteBlocks(paragraphs, speaker),
      ...(last.guidance.url === undefined
        ? []
        : [{ kind: 'link', text: say(speaker, 'over_bron'), url: last.guidance.url } as const]),
    ]),
    entry: last.entry.id,
  };
}

export function composeChoices(voice: Voice, entries: readonly Owned[]): Reply {
  return plainReply('choices', voice, [
    heading(say(voice, 'keuze')),
    ...choicesOf(entries, voice.language),
    paragraph(say(voice, 'keuze_anders')),
  ]);
}

/** Not understood. The second time in a row it also says whom to ask. */
export function composeUnknown(voice: Voice, entries: readonly Owned[], again: boolean): Reply {
  const { contact, example } = voice.guidance;
  return plainReply('unknown', voice, [
    heading(say(voice, again ? 'onbekend_weer' : 'onbekend')),
    ...(example[voice.language] === undefined ? [] : [paragraph(say(voice, 'onbekend_voorbeeld'))]),
    ...(again && contact[voice.language] !== undefined ? [paragraph(say(voice, 'onbekend_contact'))] : []),
    ...choiceBlock(topicChoices(entries), say(voice, 'onbekend_onderwerpen')),
  ]);
}

/** For a fault of the bot itself. */
export function composeSorry(voice: Voice, reference: string): Reply {
  return plainReply('unknown', voice, [paragraph(say(voice, 'storing', { kenmerk: reference }))]);
}

export function composeEmpty(voice: Voice, hasChecklist: boolean): Reply {
  return plainReply('help', voice, [
    paragraph(say(voice, 'leeg')),
    ...(voice.guidance.example[voice.language] === undefined ? [] : [paragraph(say(voice, 'welkom'))]),
    ...nextSteps(voice, hasChecklist),
  ]);
}

function nextSteps(voice: Voice, hasChecklist: boolean): Block[] {
  return choiceBlock([
    { label: say(voice, 'onderwerpen_knop'), value: 'onderwerpen' },
    ...(hasChecklist ? [{ label: say(voice, 'zelfcheck_knop'), value: 'zelfcheck' }] : []),
  ]);
}

function topicChoices(entries: readonly Owned[]): Choice[] {
  const topics = entries.map(({ entry }) => entry.topic).filter((topic) => topic !== undefined);
  return [...new Set(topics)].map((topic) => ({ label: topic, value: topicValue(topic) }));
}
