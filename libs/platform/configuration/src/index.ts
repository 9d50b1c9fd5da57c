export * from './configuration.js';
export * from './load.js';
export type { Setting } from './setting.js';
export { SETTINGS } from './settings.js';
