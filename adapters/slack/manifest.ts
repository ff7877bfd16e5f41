/**
 * The names that the code and the app's manifest share; `manifest.yaml` is generated from them.
 * Format: https://docs.slack.dev/reference/app-manifest.
 */
export const ENDPOINT = '/slack/events';
/** The slash command. */
export const COMMAND = '/handreiking';
/** Callback ids. Both shortcuts open the self-check, but Slack requires different ids. */
const SHORTCUTS = { anywhere: 'zelfcheck', message: 'zelfcheck_bericht' } as const;

/** The reason for each permission. */
export const SCOPES = {
  'app_mentions:read': 'to see a question that mentions the app in a channel',
  'assistant:write': 'Slack asks for it with the agent view (the Messages tab)',
  'chat:write': 'to answer mentions and direct messages',
  commands: `for ${COMMAND} and the shortcuts`,
  'im:history': 'to see the direct messages that people send to the app',
} as const;

/** The events that the app subscribes to. */
export const EVENTS = ['app_home_opened', 'app_mention', 'message.im'] as const;

/** How Slack reaches the bot. */
export interface ManifestOptions {
  /** Where Slack reaches the bot over HTTP, without a path; absent for Socket Mode. */
  readonly url?: string;
}

/** Returns the manifest to paste at https://api.slack.com/apps. */
export function manifest({ url }: ManifestOptions) {
  const address = url === undefined ? undefined : `${url.replace(/\/+$/, '')}${ENDPOINT}`;
  return {
    _metadata: { major_version: 2, minor_version: 1 },
    display_information: {
      name: 'Handreiking',
      description: 'Antwoord op je vraag, woord voor woord uit de handreiking',
      background_color: '#154273',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      agent_view: {
        agent_description: 'Beantwoordt vragen met citaten uit de handreiking. Geeft geen oordeel.',
        suggested_prompts: [
          { title: 'Alle onderwerpen', message: 'onderwerpen' },
          { title: 'Doe de zelfcheck', message: 'zelfcheck' },
          { title: 'Wat kan deze bot?', message: 'help' },
        ],
      },
      bot_user: { display_name: 'handreiking', always_online: true },
      shortcuts: [
        {
          name: 'Zelfcheck',
          type: 'global',
          callback_id: SHORTCUTS.anywhere,
          description: 'Vragen die je jezelf stelt voordat je iets plaatst',
        },
        {
          name: 'Zelfcheck',
          type: 'message',
          callback_id: SHORTCUTS.message,
          description: 'Leg dit bericht naast de vragen van de zelfcheck',
        },
      ],
      slash_commands: [
        {
          command: COMMAND,
          ...(address !== undefined && { url: address }),
          description: 'Stel een vraag over de handreiking; alleen jij ziet het antwoord',
          usage_hint: '[je vraag] | onderwerpen | zelfcheck | help | over',
          should_escape: false,
        },
      ],
    },
    oauth_config: { scopes: { bot: Object.keys(SCOPES) } },
    settings: {
      event_subscriptions: {
        ...(address !== undefined && { request_url: address }),
        bot_events: [...EVENTS],
      },
      interactivity: {
        is_enabled: true,
        ...(address !== undefined && { request_url: address, message_menu_options_url: address }),
      },
      org_deploy_enabled: true,
      socket_mode_enabled: address === undefined,
      token_rotation_enabled: false,
    },
  };
}
