export * from './lifecycle.module.js';
export * from './silence.policy.js';
