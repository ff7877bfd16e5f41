import type { Activity, OutgoingMessage } from './activity.ts';
import { cardMessage } from './card.ts';
import { englishOf, isAddressed } from './read.ts';
import type { TeamsAssistant } from './texts.ts';

/** The commands of the buttons, in the language of the reply. */
export const COMMANDS = {
  nl: { topics: 'onderwerpen', help: 'help' },
  en: { topics: 'topics', help: 'what can you do' },
} as const;

/** Whether the bot itself was added, not a person or a new version of the bot. */
export function isWelcome({ type, action, membersAdded, recipient }: Activity): boolean {
  return type === 'installationUpdate'
    ? action === 'add'
    : membersAdded.some(({ id }) => id === recipient.id);
}

/** The first message of the bot, in the language of the Teams client that added it. */
export function welcomeMessage(activity: Activity, say: TeamsAssistant['say']): OutgoingMessage {
  const language = englishOf(activity);
  const commands = COMMANDS[language ?? 'nl'];
  const sentence = (key: Parameters<typeof say>[0]) => say(key, {}, language);
  return cardMessage(
    {
      kind: 'help',
      language: language ?? 'nl',
      blocks: [
        { kind: 'heading', text: sentence('teams_welkom') },
        { kind: 'paragraph', text: sentence('welkom') },
        ...(isAddressed(activity) ? [] : [{ kind: 'paragraph', text: sentence('teams_noem') } as const]),
        {
          kind: 'choices',
          choices: [
            { label: sentence('onderwerpen_knop'), value: commands.topics },
            { label: sentence('hulp_knop'), value: commands.help },
          ],
        },
      ],
    },
    say,
  );
}
