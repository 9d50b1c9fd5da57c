import type { Configuration } from './configuration.js';
import { loadConfiguration } from './load.js';
import type { SliceSettings } from './settings.js';

/**
 * The configuration with other texts of settings that rules and views are computed with: see `ruleSettings`. Throws
 * `ConfigurationInvalid`.
 */
export const configurationUnder = (
  configuration: Configuration,
  texts: Readonly<Record<string, string>>,
  slices: SliceSettings,
): Configuration => {
  const rules = loadConfiguration({ ...configuration.ruleTexts, ...texts }, slices);
  const { calendar, lifecycle, phoneRegion, ruleTexts } = rules;
  return { ...configuration, calendar, lifecycle, phoneRegion, slices: rules.slices, ruleTexts };
};
