import type { AddressInfo } from 'node:net';
import { createBoundedServer } from './connections.ts';
import { sendMetrics } from './endpoints.ts';
import type { Expose } from './endpoints.ts';
import { listen, onClientError, refuse } from './http.ts';
import type { RunningServer } from './index.ts';

const OPTIONS = { requestTimeout: 5_000, maxHeaderSize: 16 * 1024 };
const LIMITS = { max: 20, spare: 0, stalled: 30_000 };

/** Serves `/metrics` on its own port, without access control. @throws {StartError} when the port cannot be listened on */
export async function startMetricsServer(parts: {
  readonly host: string;
  readonly port: number;
  readonly metrics: Expose;
}): Promise<RunningServer> {
  const server = createBoundedServer(OPTIONS, LIMITS, (request, response) => {
    if (request.url?.split('?', 1)[0] === '/metrics') sendMetrics(request, response, parts.metrics);
    else refuse(response, 404);
  });
  server.on('clientError', onClientError);
  await listen(server, { ...parts, setting: 'METRICS_PORT' });
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
