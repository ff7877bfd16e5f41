import { describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { until } from '../until.ts';
import { startWorld } from './world/index.ts';

describe('the bot under load', () => {
  it('stops without losing an answer that waits behind its acknowledgement', async () => {
    const world = await startWorld();
    const people = Array.from({ length: 200 }, (_, number) => `U${number}`);
    const acknowledged = await Promise.all(people.map((person) => world.slack('onderwerpen', person)));
    expect(acknowledged.filter(({ status }) => status !== 200)).toEqual([]);
    await expect(world.stop()).resolves.toBe(0);
    expect(world.reached.filter(({ host }) => host === 'hooks.slack.com')).toHaveLength(people.length);
  }, 60_000);

  it('stops without losing a request or an answer', async () => {
    // With the DRAIN_SECONDS that comes of it.
    const world = await startWorld({ TRUSTED_PROXIES: '1' });
    let [sent, answered, isServed] = [0, 0, true];
    const failures: unknown[] = [];
    const client = async (ask: (text: string) => Promise<{ readonly status: number }>) => {
      while (isServed) {
        sent += 1;
        try {
          const { status } = await ask('onderwerpen');
          if (status === 200) answered += 1;
          else failures.push(status);
        } catch (error) {
          failures.push(error);
        }
      }
    };
    // As a load balancer does: nothing new once the bot says that it is not ready.
    const balance = async () => {
      while (isServed) {
        isServed = await world.get('/readyz').then(
          ({ status }) => status === 200,
          () => false,
        );
      }
    };
    const clients = [world.slack, world.teams, world.web, world.web].map((ask) =>
      client((text) => ask(text)),
    );
    await until(() => answered > 200, 'a stream of requests');
    const ended = once(world.bot, 'exit');
    world.bot.kill('SIGTERM');
    await Promise.all([...clients, balance()]);
    expect((await ended)[0]).toBe(0);
    expect(failures).toEqual([]);
    expect(answered).toBe(sent);
    const commands = world.written().match(/"channel":"slack","outcome"/g)?.length;
    const answers = world.reached.filter(({ host }) => host === 'hooks.slack.com').length;
    expect(answers).toBe(commands);
    await world.stop();
  }, 60_000);

  it('stops at once at a second signal', async () => {
    const world = await startWorld({ DRAIN_SECONDS: '60' });
    const ended = once(world.bot, 'exit');
    world.bot.kill('SIGTERM');
    await until(() => world.written().includes('stopping'), 'the first signal');
    world.bot.kill('SIGTERM');
    expect((await ended)[0]).toBe(143);
    await world.stop();
  }, 60_000);
});
