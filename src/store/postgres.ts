import { Socket } from 'node:net';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Connection } from './connection.ts';
import type { Tables } from './tables.ts';

/** One replica: measured, five connections carry some 2,000 calls a second. */
const MOST_CONNECTIONS = 5;
/** Longest wait for a connection, in milliseconds; shorter than the wait for a whole opening. */
const CONNECT_MS = 2_000;
/** PostgreSQL's `bigint` comes as text; our numbers stay below 2^53. */
const parserOf = ((type, format) =>
  type === pg.types.builtins.INT8
    ? Number
    : (pg.types.getTypeParser(type, format) as unknown)) as typeof pg.types.getTypeParser;

/** Connects when the first query comes. `url` as in https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS */
export function connectPostgres(url: string): Connection {
  const sockets = new Set<Socket>();
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'handreiking-bot',
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    allowExitOnIdle: true,
    types: { getTypeParser: parserOf },
    stream: () => {
      const socket = new Socket();
      sockets.add(socket);
      return socket.once('close', () => sockets.delete(socket));
    },
  });
  // A connection that is lost while nobody uses it; without a listener it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const abandon = () => {
    // A server that is frozen or cut off never answers a polite goodbye.
    for (const socket of sockets) socket.destroy();
    void pool.end().catch(() => undefined);
  };
  return { dialect: 'postgres', db, setWait: () => undefined, abandon, close: () => db.destroy() };
}
