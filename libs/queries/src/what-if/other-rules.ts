import { configurationUnder, ruleSettings, type Configuration } from '@annals/configuration';
import { catalogueOf, settingsOf, type Catalogue, type Slice } from '@annals/slice';
import { queryProblems } from '../queries.problems.js';
import type { OtherSetting } from './report.js';

/** The slices under other settings. */
export type OtherRules = { readonly settings: readonly OtherSetting[]; readonly catalogue: Catalogue };

/** Reads `NAME=value`. Throws `HttpProblem` 400 `RuleSettingUnknown` and `RuleSettingInvalid`. */
export const rulesUnder = (
  slices: readonly Slice[],
  configuration: Configuration,
  given: readonly string[],
): OtherRules => {
  const known = new Map(ruleSettings(settingsOf(slices)).map((setting) => [setting.name, setting]));
  const texts = given.map((text) => {
    const [name, value] = [text.slice(0, text.indexOf('=')), text.slice(text.indexOf('=') + 1).trim()];
    const setting = known.get(name);
    if (!setting) throw queryProblems.problem('RuleSettingUnknown', { setting: name, known: [...known.keys()] });
    if (setting.read(value) === undefined)
      throw queryProblems.problem('RuleSettingInvalid', { setting: name, value, allowed: setting.allowed });
    return [name, value] as const;
  });
  const under = Object.fromEntries(texts);
  const settings = Object.entries(under).map(([name, value]) => ({
    ...{ name, present: configuration.ruleTexts[name]!, under: value },
  }));
  return { settings, catalogue: catalogueOf(slices, configurationUnder(configuration, under, settingsOf(slices))) };
};
