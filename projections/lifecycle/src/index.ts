export { lifecycle, type CustomerLifecycle } from './lifecycle.js';
export { lifecyclePart, standingOf, type LifecycleStanding } from './lifecycle-part.js';
