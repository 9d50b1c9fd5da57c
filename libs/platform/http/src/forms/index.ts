export * from './form.pipe.js';
export * from './validation-failed.js';
