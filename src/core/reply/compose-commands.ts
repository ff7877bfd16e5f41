import { choiceBlock, composeEntry, heading, paragraph, plainReply } from './compose.ts';
import type { GuidanceEntry } from './compose.ts';
import { say } from './say.ts';
import type { ReplyContext } from './say.ts';
import { namedChoicesOf } from './naming.ts';
import type { Guidance } from '../model.ts';
import type { Block, Reply } from '../types.ts';

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
    ...namedChoicesOf(entries, context.language),
    paragraph(say(context, 'keuze_anders')),
  ]);
}

/** Composes the self-check: of several the one of the guidance that was answered from `last`, or else the choice. */
export function composeChecklists(
  context: ReplyContext,
  checklists: readonly GuidanceEntry[],
  last: GuidanceEntry | undefined,
  lookUp: (id: string) => GuidanceEntry | undefined,
): Reply {
  const own = checklists.filter(({ guidance }) => guidance === last?.guidance);
  const [first, ...others] = own.length > 0 ? own : checklists;
  if (first === undefined) return plainReply('help', context, [paragraph(say(context, 'geen_zelfcheck'))]);
  if (others.length === 0) return composeEntry(first, context.language, [], lookUp);
  return plainReply('choices', context, [
    heading(say(context, 'zelfcheck_keuze')),
    ...namedChoicesOf(checklists, context.language),
  ]);
}

/** What is known of a question that got no answer. */
export interface Miss {
  /** The questions that it may be, or that most people have. */
  readonly likely: readonly GuidanceEntry[];
  /** Whether the question before it got no answer either. */
  readonly again: boolean;
  /** Whether it was understood to be about the subject: the guidance does not answer it then. */
  readonly isOnSubject?: boolean;
}

/**
 * Composes "not understood": what the bot knows, which languages it understands, and likely questions; the second time in
 * a row also the contact. To a question on the subject it says that the guidance has no answer.
 */
export function composeUnknown(
  context: ReplyContext,
  guidances: readonly Guidance[],
  { likely, again, isOnSubject = false }: Miss,
): Reply {
  const isBilingual = guidances
    .flatMap(({ entries }) => entries)
    .some(({ wording }) => wording.nl !== undefined && wording.en !== undefined);
  const knows = [say(context, 'onbekend_uitleg'), ...(isBilingual ? [say(context, 'onbekend_talen')] : [])];
  const told = isOnSubject
    ? [heading(say(context, 'onbekend_staat_er_niet_in')), paragraph(say(context, 'onbekend_andere_woorden'))]
    : [heading(say(context, again ? 'onbekend_weer' : 'onbekend')), paragraph(knows.join(' '))];
  return plainReply('unknown', context, [
    ...told,
    ...(again ? contacts(context, guidances) : []),
    ...namedChoicesOf(likely, context.language, say(context, 'onbekend_vragen')),
    ...choiceBlock([{ label: say(context, 'onderwerpen_knop'), value: 'onderwerpen' }]),
  ]);
}

/** Who can be asked instead; of several guidances each, because nobody knows which one a question is about. */
function contacts({ language }: ReplyContext, guidances: readonly Guidance[]): Block[] {
  const key = guidances.length > 1 ? 'onbekend_contact_van' : 'onbekend_contact';
  return guidances
    .filter(({ contact }) => contact[language] !== undefined)
    .map((guidance) => paragraph(say({ guidance, language }, key)));
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
