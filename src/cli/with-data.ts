import { StartError } from '../shared/start-error.ts';
import type { Connection } from '../store/connection.ts';
import type { StoreLocation } from '../store/index.ts';
import { connect, newerSchema } from '../store/open.ts';
import { reasonOf } from '../store/reconnector.ts';
import { migrate } from '../store/schema.ts';

/**
 * Runs work on the bot's database, with the salt of its pseudonyms, and closes it. @throws {StartError} when the database
 * cannot be used
 */
export async function withData<T>(
  location: StoreLocation,
  work: (connection: Connection, salt: string) => Promise<T>,
): Promise<T> {
  let connection: Connection | undefined;
  try {
    connection = await connect(location);
    const prepared = await migrate(connection);
    if ('newer' in prepared) throw new StartError(newerSchema(prepared.newer));
    return await work(connection, prepared.salt);
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(`The database cannot be used (${reasonOf(error)}).`);
  } finally {
    await connection?.close();
  }
}
