import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder';
import { cloudWithKeys } from '../adapters/teams/cloud.ts';
import { isLoopback } from '../adapters/teams/guard.ts';
import { createTeams } from '../adapters/teams/index.ts';
import { createAssistant } from '../src/assistant/index.ts';
import { createAsker } from '../src/core/index.ts';
import { loadKnowledge, SHIPPED_KNOWLEDGE } from '../src/knowledge/index.ts';
import { createFileCache } from '../src/knowledge/model-cache.ts';
import { startServer } from '../src/server/index.ts';
import { reportToParent } from './server-process.ts';
import { CHANNEL_TEXTS } from '../src/cli/channel-texts.ts';

/** A server for `teams.ts`: an empty botbuilder handler that checks the token and sends one line, or the bot. */
export type Kind = 'empty' | 'bot';

const [kind, appId = '', tenantId = '', openIdUrl = ''] = process.argv.slice(2);
const fetchToken = () => Promise.resolve('Bearer own');
reportToParent(kind === 'bot' ? await bot() : await empty());

async function empty(): Promise<number> {
  const factory = new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppType: 'SingleTenant',
    MicrosoftAppId: appId,
    MicrosoftAppTenantId: tenantId,
    MicrosoftAppPassword: 'password',
  });
  factory.createCredentials = () =>
    Promise.resolve({
      signRequest: async (request) => {
        request.headers.set('authorization', await fetchToken());
        return request;
      },
    });
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- the SDK does not type it either
  const authentication = new ConfigurationBotFrameworkAuthentication(cloudWithKeys(openIdUrl), factory);
  const adapter = new CloudAdapter(authentication);
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const answer = {
        socket: response.socket,
        header: (name: string, value: unknown) => response.setHeader(name, String(value)),
        status: (code: number) => (response.statusCode = code),
        send: (text: unknown) => response.write(JSON.stringify(text)),
        end: () => response.end(),
      };
      const { headers, method } = request;
      const asked = { headers: { ...headers }, method: method ?? '', body: body as Record<string, unknown> };
      return adapter.process(asked, answer, async (context) => {
        await context.sendActivity('Een vaste regel.');
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

async function bot(): Promise<number> {
  const log = { info: () => undefined, warn: toStderr, error: toStderr };
  const asker = createAsker(loadKnowledge(SHIPPED_KNOWLEDGE, CHANNEL_TEXTS).knowledge, createFileCache());
  const channel = await createTeams(
    { type: 'SingleTenant', appId, tenantId, password: 'password' },
    { assistant: createAssistant({ asker, channel: 'teams', log }), log },
    { openIdUrl, fetchToken, trusts: ({ hostname }) => isLoopback(hostname) },
  );
  const server = await startServer({ host: '127.0.0.1', port: 0, channels: [channel], log });
  return server.port;
}

function toStderr(fields: object, message: string): void {
  process.stderr.write(`${message} ${JSON.stringify(fields)}\n`);
}
