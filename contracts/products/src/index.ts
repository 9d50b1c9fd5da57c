export { entry, productId, someEntry, type Entry, type EntryChange } from './entry.js';
export * from './events.js';
export { isOffered, knownProduct, type KnownProduct } from './known-product.js';
