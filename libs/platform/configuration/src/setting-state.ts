import type { Configuration } from './configuration.js';
import type { Setting } from './setting.js';
import { UNITS } from './units.js';

/** What a setting is about, or what its number counts, in both languages. */
export type SettingWords = {
  /** @example days */
  readonly en: string;
  /** @example 天 */
  readonly zh: string;
};

/** A setting as it is in use. */
export type SettingState = {
  /**
   * The variable of the environment.
   * @example LIFECYCLE_DECLINING_SILENT_DAYS
   */
  readonly name: string;
  readonly meaning: SettingWords;
  /** What its number counts. */
  readonly unit: SettingWords | null;
  /**
   * The values that it takes.
   * @example a whole number from 1 to 100000
   */
  readonly allowed: string;
  /**
   * The value in use; `null` for none, and for a secret.
   * @example 90
   */
  readonly value: string | null;
  /**
   * The value if the environment gives none; `null` for none.
   * @example 180
   */
  readonly default: string | null;
  /** Whether the environment gives it. */
  readonly given: boolean;
  /** Its value is never shown. */
  readonly secret: boolean;
};

/** A setting as it is in use, without the value of a secret. */
export const settingState = (setting: Setting, { givenTexts }: Pick<Configuration, 'givenTexts'>): SettingState => {
  const { name, meaning, unit, allowed, fallback = null, secret } = setting;
  const given = givenTexts[name];
  return {
    ...{ name, meaning, allowed, secret },
    unit: unit === undefined ? null : UNITS[unit],
    value: secret ? null : (given ?? fallback),
    default: fallback,
    given: given !== undefined,
  };
};
