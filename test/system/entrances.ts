import { createSlack } from '../../adapters/slack/index.ts';
import { createTeams } from '../../adapters/teams/index.ts';
import { createWeb } from '../../adapters/web/index.ts';
import { createAssistant } from '../../src/assistant/index.ts';
import { createAsker } from '../../src/core/index.ts';
import { createMetrics } from '../../src/server/metrics.ts';
import { startServer } from '../../src/server/index.ts';
import { SECRET } from '../adapters/slack/workspace.ts';
import { APP_ID, TENANT } from '../adapters/teams/inbound.ts';
import { smallKnowledge } from '../core/small-knowledge.ts';
import { startOutside } from './world/outside.ts';

const ok = () => Promise.resolve(new Response('{"ok":true,"user_id":"U1","bot_id":"B1"}'));

/** Everything that HTTP can reach, in this process, so that what nobody catches is seen. */
export async function openEntrances() {
  const unhandled: unknown[] = [];
  const faults: string[] = [];
  const log = {
    info: () => undefined,
    warn: () => undefined,
    error: (fields: { readonly cause?: string }, message: string) =>
      void faults.push(`${message} ${(fields.cause ?? '').slice(0, 300)}`),
  };
  const onUnhandled = (error: unknown) => void unhandled.push(error);
  process.on('unhandledRejection', onUnhandled);
  process.on('uncaughtException', onUnhandled);
  const outside = await startOutside();
  const asker = createAsker(smallKnowledge());
  const { meter, addChannel } = createMetrics();
  const parts = (channel: string) => {
    addChannel(channel);
    return { assistant: createAssistant({ asker, channel, log, meter }), log };
  };
  const slack = await createSlack(
    { botToken: 'xoxb-1', signingSecret: SECRET, apiUrl: 'http://127.0.0.1:1/api/', fetch: ok },
    parts('slack'),
  );
  const teams = await createTeams(
    { type: 'SingleTenant', appId: APP_ID, tenantId: TENANT, password: 'x' },
    parts('teams'),
    {
      openIdUrl: `${outside.keys}/config`,
      fetchToken: () => Promise.resolve('Bearer own'),
      trusts: () => true,
    },
  );
  const channels = [createWeb(parts('web')), slack, teams];
  const server = await startServer({
    ...{ host: '127.0.0.1', port: 0, channels, log },
    securityContact: 'mailto:a@example.org',
  });
  return {
    port: server.port,
    /** Where Teams takes replies. */
    service: outside.keys,
    /** What nobody caught, and what was logged as an error. */
    unhandled,
    faults,
    stop: async () => {
      await server.stop();
      await Promise.all(channels.map((channel) => channel.stop()));
      outside.close();
      process.off('unhandledRejection', onUnhandled);
      process.off('uncaughtException', onUnhandled);
    },
  };
}
