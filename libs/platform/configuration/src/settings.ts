import type { Setting } from './setting.js';
import { companySettings } from './settings.company.js';
import { engineSettings } from './settings.engines.js';
import { observationSettings } from './settings.observation.js';
import { serverSettings } from './settings.server.js';
import { signInSettings } from './settings.sign-in.js';

export const settings = {
  ...serverSettings,
  ...engineSettings,
  ...companySettings,
  ...signInSettings,
  ...observationSettings,
} as const;

/** Every setting of the platform, in the order of the documentation; slices declare their own. */
export const SETTINGS: readonly Setting[] = Object.values(settings);
