export { lifecycle, type CustomerLifecycle } from './lifecycle.js';
