export * from './configuration.js';
export * from './load.js';
export { languageIn } from './locale.js';
export { namedValues, type NamedValues } from './named-values.js';
export { factor, listOf, numberFor, oneOf, ratio, text, whole, type Reader } from './reader.js';
export { setting, type Setting } from './setting.js';
export { settingState, type SettingState, type SettingWords } from './setting-state.js';
export { ruleSettings, SETTING_GROUPS, SETTINGS, type SliceSettings } from './settings.js';
export { configurationUnder } from './under.js';
