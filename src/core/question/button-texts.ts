import { fullId } from '../entry-id.ts';
import type { Guidance, Knowledge } from '../model.ts';
import type { ButtonPress } from '../reply/buttons.ts';
import { wordingOf } from '../reply/compose.ts';
import { nameGuidance } from '../reply/naming.ts';
import type { TextKey } from '../texts.ts';
import type { Language } from '../types.ts';

/** A command by its name. */
export interface NamedCommand {
  readonly kind: 'checklist' | 'topics' | 'help' | 'about' | 'explain' | 'source';
  readonly language: Language;
}

/** A command, or the request for the next page of the list that was shown last. */
export type Named = NamedCommand | { readonly kind: 'more'; readonly language: Language };

/** The texts of buttons, but for the questions of entries. */
export interface ButtonTexts {
  readonly commands: readonly (readonly [text: string, command: Named])[];
  /** Topics and, of several guidances, topics and questions with the name of their guidance. */
  readonly presses: readonly (readonly [text: string, press: ButtonPress])[];
}

const COMMAND_BUTTONS = {
  onderwerpen_knop: 'topics',
  onderwerpen: 'topics',
  zelfcheck_knop: 'checklist',
  hulp_knop: 'help',
  over: 'about',
  // A link to the whole text, which `about` has too.
  over_bron: 'about',
  meer_vragen: 'more',
} as const satisfies Partial<Record<TextKey, Named['kind']>>;

/** Returns the texts of all buttons in these languages. */
export function buttonTexts(
  { guidances, texts: shared }: Pick<Knowledge, 'guidances' | 'texts'>,
  languages: readonly Language[],
): ButtonTexts {
  const all = [...guidances.map(({ texts }) => texts), ...(shared === undefined ? [] : [shared])];
  return {
    commands: all.flatMap((texts) =>
      languages.flatMap((language) =>
        Object.entries(COMMAND_BUTTONS).map(
          ([key, kind]) => [texts[language][key as TextKey], { kind, language }] as const,
        ),
      ),
    ),
    presses: [
      ...guidances.flatMap(({ entries }) =>
        entries.flatMap(({ topic }) => (topic === undefined ? [] : [[topic, topicPress(topic)] as const])),
      ),
      ...(guidances.length > 1 ? guidances.flatMap((guidance) => namedPresses(guidance, languages)) : []),
    ],
  };
}

function namedPresses(
  guidance: Guidance,
  languages: readonly Language[],
): (readonly [string, ButtonPress])[] {
  return guidance.entries.flatMap((entry) =>
    languages.flatMap((language) => {
      const { question } = wordingOf({ entry, guidance }, language);
      const { topic } = entry;
      const named = (text: string) => nameGuidance(text, { guidance }, language);
      return [
        [named(question), { kind: 'entry', entry: entry.id }] as const,
        ...(topic === undefined ? [] : [[named(topic), topicPress(fullId(guidance.slug, topic))] as const]),
      ];
    }),
  );
}

function topicPress(topic: string): ButtonPress {
  return { kind: 'topic', topic, page: 1 };
}
