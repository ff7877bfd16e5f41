/**
 * The JSON of the Bot Framework protocol, which is the same in every SDK.
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference#activity-object
 */

export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
/** A JSON object. */
export interface JsonObject {
  readonly [name: string]: Json | undefined;
}

/** A person or a bot in a conversation. */
export interface Account {
  readonly id: string;
  readonly name?: string;
}

/** A mention in a message, of a person or a bot. */
export interface Mention {
  readonly id: string;
  readonly name?: string;
  /** As in the text of the message: `<at>Name</at>`; Teams sometimes leaves it out. */
  readonly text?: string;
}

/** An event in Teams: only the fields that the bot uses, each one checked. */
export interface Activity {
  readonly type: string;
  readonly id?: string;
  /** Milliseconds since 1970; the same when Teams sends the activity again. */
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
  /** The tenants of the conversation and of `channelData`; Teams gives at least one. */
  readonly tenants: readonly string[];
  readonly from: Account;
  /** The bot. */
  readonly recipient: Account;
  readonly text?: string;
  /** The message as HTML, when Teams gives it. */
  readonly html?: string;
  readonly locale?: string;
  /** The kind of an invoke. */
  readonly name?: string;
  /** The message that a pressed button is part of. */
  readonly replyToId?: string;
  /** `add` or `remove`, of an installation. */
  readonly action?: string;
  /** The data of a button or an invoke, unchecked. */
  readonly value?: unknown;
  readonly mentions: readonly Mention[];
  readonly membersAdded: readonly Account[];
  /** Whether the message holds a card, which the message extension inserts. */
  readonly holdsCard: boolean;
}

/** A message of the bot to Teams. */
export interface OutgoingMessage {
  readonly type: 'message';
  readonly text?: string;
  readonly textFormat?: 'plain';
  /** For the notification. */
  readonly summary?: string;
  readonly attachments?: readonly { readonly contentType: string; readonly content: Json }[];
}

/** The response to an invoke. */
export interface InvokeResponse {
  readonly status: number;
  readonly body?: JsonObject;
}

/** One activity and the ways to answer. */
export interface Turn {
  readonly activity: Activity;
  /** Resolves to whether the message was delivered; if not, the log says why. Never rejects. */
  readonly send: (message: OutgoingMessage) => Promise<boolean>;
  /** Replaces an earlier message of the bot; resolves like `send`. */
  readonly update: (id: string, message: OutgoingMessage) => Promise<boolean>;
}

/** Handles a turn; returns the response to an invoke. */
export type OnTurn = (turn: Turn) => Promise<InvokeResponse | undefined>;

/** Content type of an Adaptive Card. */
export const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive';
