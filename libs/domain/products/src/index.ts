export * from './price.commands.js';
export * from './product.commands.js';
export { product } from './product.decider.js';
export { products } from './slice.js';
