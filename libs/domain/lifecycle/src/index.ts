export { noteReturn } from './return.policy.js';
export { noteSilence } from './silence.policy.js';
export { lifecycle } from './slice.js';
