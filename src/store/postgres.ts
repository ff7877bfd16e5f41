import { Socket } from 'node:net';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Connection } from './connection.ts';
import type { Tables } from './tables.ts';

/** For each replica. Measured: five connections carry some 2,000 calls a second. */
const MAX_CONNECTIONS = 5;
/** Milliseconds; shorter than `Timeouts.background`, in which the database is connected to and migrated. */
const CONNECT_TIMEOUT = 2_000;
/** `pg` returns `bigint` as a string by default; our numbers stay below 2^53. */
const parserOf = ((type, format) =>
  type === pg.types.builtins.INT8
    ? Number
    : (pg.types.getTypeParser(type, format) as unknown)) as typeof pg.types.getTypeParser;

/**
 * Returns a connection pool that connects at the first query.
 * `url`: https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS
 */
export function connectPostgres(url: string): Connection {
  const sockets = new Set<Socket>();
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'handreiking-bot',
    max: MAX_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    keepAlive: true,
    allowExitOnIdle: true,
    types: { getTypeParser: parserOf },
    stream: () => {
      const socket = new Socket();
      sockets.add(socket);
      return socket.once('close', () => sockets.delete(socket));
    },
  });
  // Without a listener, an idle connection that is lost would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const abandon = () => {
    // A server that hangs or cannot be reached never answers the message that ends a connection.
    for (const socket of sockets) socket.destroy();
    void pool.end().catch(() => undefined);
  };
  return { dialect: 'postgres', db, setBusyTimeout: () => undefined, abandon, close: () => db.destroy() };
}
