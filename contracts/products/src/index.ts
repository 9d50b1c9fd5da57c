export { catalogueProblems } from './catalogue.problems.js';
export { entry, productId, someEntry, type Entry, type EntryChange } from './entry.js';
export * from './events.js';
export { isOffered, knownProduct, type KnownPrice, type KnownProduct } from './known-product.js';
export { aroundProducts, knownProducts, type KnownProducts } from './known-products.js';
export { expectOffered, linePriceOf, type LinePrice } from './line-price.js';
export { price, priceId, priceListId, segment, step, type Price, type Step } from './price.js';
export { priceOfTheDay, type ListPrice, type Purchase } from './price-of-the-day.js';
