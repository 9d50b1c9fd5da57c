export * from './machine.js';
export { IllegalTransition } from './transitions.js';
