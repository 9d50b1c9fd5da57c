export * from './configuration.js';
export * from './load.js';
export { SETTINGS, type Setting } from './settings.js';
