import type { Context } from 'hono';
import type { Reply, Say, TextDeclarations } from '../core/index.ts';
import type { createEntryReader } from '../knowledge/edit/index.ts';
import type { Env } from '../pages/index.ts';
import type { Log } from '../shared/log.ts';
import type { Engine } from './engine/types.ts';
import type { MissedFile } from './missed/read-missed.ts';
import type { Page } from './page/layout.ts';
import type { StoreReader } from './store.ts';
import type { WorkingCopy } from './working-copy/types.ts';

/** What the workbench is made with; the command line hands it over. */
export interface WorkbenchParts {
  /** The knowledge directory that is edited. */
  readonly directory: string;
  /** The sentences that the channels declare. */
  readonly channelTexts: TextDeclarations;
  /** Draws a reply as a channel does. */
  readonly previews: readonly ReplyPreview[];
  /** The bot's database; absent when the workbench was not told where it is. */
  readonly store?: StoreReader;
  /** The missed questions of a file that the command line named. */
  readonly missed?: MissedFile;
  /** The folder that the bot reads; absent when the workbench was not told. */
  readonly live?: string;
  /** Address of the bot's web page, to ask which knowledge it has. */
  readonly bot?: string;
  readonly log: Log;
}

/** A channel that can draw a reply; `render` returns HTML, or what would be sent there. */
export interface ReplyPreview {
  readonly name: string;
  readonly format: 'html' | 'json' | 'card';
  readonly render: (reply: Reply, say: Say<string>) => unknown;
}

/** Reads the entries of a guidance; one for the whole workbench, because it parses an entry once for each text it has. */
export type ReadEntries = ReturnType<typeof createEntryReader>;

/** What every page gets. */
export interface Tools {
  readonly copy: WorkingCopy;
  readonly readEntries: ReadEntries;
  readonly engine: Engine;
  readonly parts: WorkbenchParts;
  /** Returns what a button that saves says, `what` or `Opslaan`: also whether saving is going live. */
  readonly saveLabel: (what?: string) => string;
  /** Answers with a page inside the frame: head, menu, notices. */
  readonly page: (context: Context<Env>, page: Page) => Promise<Response>;
}
