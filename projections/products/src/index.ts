export { priceList, type PriceDocument } from './price-list.js';
export { productList, type ProductDocument } from './product-list.js';
