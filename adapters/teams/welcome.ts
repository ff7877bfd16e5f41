import type { Assistant } from '../../src/assistant/index.ts';
import type { Activity, Outgoing } from './activity.ts';
import { cardMessage } from './card.ts';
import { englishOf, isAddressed } from './read.ts';

/** Command words for the buttons, in the language that their answer is to be in. */
export const COMMANDS = {
  nl: { topics: 'onderwerpen', help: 'help' },
  en: { topics: 'topics', help: 'what can you do' },
} as const;

/** Whether the bot itself was added: not somebody else, not a new version of it. */
export function isWelcome({ type, action, membersAdded, recipient }: Activity): boolean {
  return type === 'installationUpdate'
    ? action === 'add'
    : membersAdded.some(({ id }) => id === recipient.id);
}

/** What the bot says when it comes in, in the language of the Teams of whoever added it. */
export function welcomeMessage(activity: Activity, say: Assistant['say']): Outgoing {
  const language = englishOf(activity);
  const commands = COMMANDS[language ?? 'nl'];
  const tell = (key: Parameters<typeof say>[0]) => say(key, {}, language);
  return cardMessage(
    {
      kind: 'help',
      language: language ?? 'nl',
      blocks: [
        { kind: 'heading', text: tell('teams_welkom') },
        { kind: 'paragraph', text: tell('welkom') },
        ...(isAddressed(activity) ? [] : [{ kind: 'paragraph', text: tell('teams_noem') } as const]),
        {
          kind: 'choices',
          choices: [
            { label: tell('onderwerpen_knop'), value: commands.topics },
            { label: tell('hulp_knop'), value: commands.help },
          ],
        },
      ],
    },
    say,
  );
}
