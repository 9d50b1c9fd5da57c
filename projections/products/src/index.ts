export { productList, type ProductDocument } from './product-list.js';
