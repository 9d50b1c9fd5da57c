export { customerLines } from './customer-lines.js';
export { coming, type Coming, type What } from './coming.js';
export { customer360 } from './customer-360/customer-360.js';
export type * from './customer-360/page.js';
export { customerList, scopesOf, type ListedCustomer } from './customer-list.js';
export { customerPlaces, type CustomerPlace } from './customer-places.js';
export { rowOf, type CustomerRow } from './customer-row.js';
export { plain, reversedNumber, searchTerms } from './terms.js';
