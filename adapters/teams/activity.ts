/**
 * What crosses between Teams and the bot: the JSON of the Bot Framework protocol, the same in every SDK.
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference#activity-object
 */

export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json | undefined;
}

/** A person or a bot in a conversation. */
export interface Account {
  readonly id: string;
  readonly name?: string;
}

export interface Mention {
  readonly id: string;
  readonly name?: string;
  /** As it stands in the text: `<at>Name</at>`; Teams sometimes leaves it out. */
  readonly text?: string;
}

/** Something that happened in Teams, every field of it checked; fields that the bot does not use are gone. */
export interface Activity {
  readonly type: string;
  readonly id?: string;
  /** When Teams saw it happen, in milliseconds since 1970; the same when Teams sends it again. */
  readonly sentAt?: number;
  readonly channelId: string;
  readonly serviceUrl: string;
  readonly deliveryMode?: string;
  readonly conversation: {
    readonly id: string;
    readonly conversationType?: string;
    readonly isGroup?: boolean;
    readonly tenantId?: string;
  };
  /** The tenants that it names: of the conversation, and of Teams' own data. Teams names both, or at least one. */
  readonly tenants: readonly string[];
  readonly from: Account;
  /** The bot. */
  readonly recipient: Account;
  readonly text?: string;
  readonly locale?: string;
  /** What is invoked. */
  readonly name?: string;
  /** The message that a pressed button stands in. */
  readonly replyToId?: string;
  /** `add` or `remove`, of an installation. */
  readonly action?: string;
  /** The content of a button or of an invoke; of any shape, so whoever reads it checks it. */
  readonly value?: unknown;
  readonly mentions: readonly Mention[];
  readonly membersAdded: readonly Account[];
  /** Whether a person put a card in the message, with the message extension. */
  readonly holdsCard: boolean;
}

/** A message of the bot. */
export interface Outgoing {
  readonly type: 'message';
  readonly text?: string;
  readonly textFormat?: 'plain';
  /** For the notification. */
  readonly summary?: string;
  readonly attachments?: readonly { readonly contentType: string; readonly content: Json }[];
}

/** What an invoke gets as the answer to its own request. */
export interface InvokeResponse {
  readonly status: number;
  readonly body?: JsonObject;
}

/** One activity and the ways to answer it. */
export interface Turn {
  readonly activity: Activity;
  /** Whether it was delivered; when not, the log tells why. Never rejects. */
  readonly send: (message: Outgoing) => Promise<boolean>;
  /** Replaces an earlier message of the bot, in the same way. */
  readonly update: (id: string, message: Outgoing) => Promise<boolean>;
}

export type OnTurn = (turn: Turn) => Promise<InvokeResponse | undefined>;

export const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive';
