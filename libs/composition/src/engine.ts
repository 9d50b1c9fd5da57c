import { loadKeys, type Keys } from '@annals/auth';
import { namingOf } from '@annals/command-bus';
import type { Configuration } from '@annals/configuration';
import type { Naming } from '@annals/event-sourcing';
import { openStores, type Stores } from './stores.js';

/** What every process of an installation opens. */
export type Engine = Stores & {
  readonly configuration: Configuration;
  readonly keys: Keys;
  readonly naming: Naming;
};

/** Creates the data folder if necessary. Several processes may have it open. */
export const openEngine = async (configuration: Configuration): Promise<Engine> => {
  const keys = await loadKeys(configuration.dataDir, configuration.tokenSecret);
  return { ...(await openStores(configuration)), configuration, keys, naming: namingOf(keys.blind) };
};
