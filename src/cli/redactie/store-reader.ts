import { readConfig } from '../../settings/read.ts';
import { exportAll } from '../../store/export.ts';
import type { StoreLocation } from '../../store/index.ts';
import { deriveSecret } from '../../store/secrets.ts';
import type { StoreReader } from '../../workbench/index.ts';
import { withData } from '../with-data.ts';

/**
 * Returns what the workbench may read of the bot's database; `undefined` when neither DATA_DIR nor DATABASE_URL is set.
 * @throws {StartError} when settings are wrong
 */
export function storeReader(settings: NodeJS.ProcessEnv): StoreReader | undefined {
  const isSet = ['DATA_DIR', 'DATABASE_URL', 'DATABASE_URL_FILE'].some(
    (name) => settings[name] !== undefined,
  );
  const location = isSet ? readConfig(settings).storeLocation : undefined;
  return location === undefined ? undefined : readerOf(location);
}

/** Opens the database for each question: it may be away meanwhile, and the bot uses it too. */
function readerOf(location: StoreLocation): StoreReader {
  return {
    tables: (query) => withData(location, (connection) => exportAll(connection, query)),
    secret: (purpose) => withData(location, (_, salt) => Promise.resolve(deriveSecret(salt, purpose))),
  };
}
