import { describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { listen } from '../../src/server/http.ts';
import { StartError } from '../../src/shared/start-error.ts';

const LOOPBACK = '127.0.0.1';

describe('listening', () => {
  it.each(['PORT', 'METRICS_PORT'] as const)(
    'on a port in use is refused with advice that names %s',
    async (setting) => {
      const other = createServer().listen(0, LOOPBACK);
      await once(other, 'listening');
      const { port } = other.address() as AddressInfo;
      await expect(listen(createServer(), { host: LOOPBACK, port, setting })).rejects.toEqual(
        new StartError(
          `Poort ${port} is al in gebruik door een ander programma. Stop dat programma, of kies een andere poort: ${setting}=${port + 1} npm start`,
        ),
      );
      other.close();
    },
  );

  it('on an address of another machine is refused with the name of the setting', async () => {
    const address = { host: '192.0.2.1', port: 0, setting: 'PORT' } as const;
    await expect(listen(createServer(), address)).rejects.toEqual(
      new StartError('HOST is geen adres van deze machine.'),
    );
  });
});
