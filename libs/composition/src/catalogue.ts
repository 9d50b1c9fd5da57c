import { INSTALLATION } from '@annals/access/installation';
import { loadConfiguration, SETTINGS, type Configuration, type Setting } from '@annals/configuration';
import { auditHistory, happenings } from '@annals/projections-audit';
import { catalogueOf, contractsOf, linesOf, settingsOf, type Catalogue, type Slice } from '@annals/slice';
import { slices } from './slices.js';

/** Contracts of all events, the events that are published, and the messages that Annals takes from other systems. */
export const { contracts, publications, inbound } = contractsOf(slices);

/** Every setting of the platform, then of each slice. */
export const settings: readonly Setting[] = [...SETTINGS, ...slices.flatMap((slice) => Object.values(slice.settings))];

/** Settings of the platform and of all slices. Throws `ConfigurationInvalid`. */
export const configurationOf = (environment: Readonly<Record<string, string | undefined>>): Configuration =>
  loadConfiguration(environment, settingsOf(slices));

/** The catalogue derived from the manifests with these settings; of fewer slices for laws over those. */
export const annalsCatalogue = (configuration: Configuration, of: readonly Slice[] = slices): Catalogue => {
  const catalogue = catalogueOf(of, configuration, [INSTALLATION]);
  const lines = linesOf(of);
  const history = auditHistory(catalogue.contracts, lines);
  const shown = Object.keys(lines).filter((type) => lines[type] !== null);
  return {
    ...catalogue,
    views: [...catalogue.views, history],
    page: { ...catalogue.page, events: { part: happenings(history, shown) } },
  };
};
