export * from './configuration.js';
export * from './load.js';
export { languageIn } from './locale.js';
export { listOf, numberFor, oneOf, ratio, whole } from './reader.js';
export { setting, type Setting } from './setting.js';
export { SETTINGS } from './settings.js';
