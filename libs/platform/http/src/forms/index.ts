export * from './form.pipe.js';
export * from './validation-failed.js';
export { MOST_VALUES } from './shape.js';
