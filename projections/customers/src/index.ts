export { coming, type Coming, type What } from './coming.js';
export { customer360 } from './customer-360/customer-360.js';
export type * from './customer-360/page.js';
export { customerList, rowOf, scopesOf, type CustomerRow, type ListedCustomer } from './customer-list.js';
export { customerPlaces, type CustomerPlace } from './customer-places.js';
export { plain, reversedNumber, searchTerms } from './terms.js';
