export { customerLines } from './customer-lines.js';
export { coming, type Coming, type What } from './coming.js';
export { customerFile, type CustomerFile } from './customer-file.js';
export { customerList } from './customer-list.js';
export { customerPlaces, type CustomerPlace } from './customer-places.js';
export { rowOf, type CustomerRow } from './customer-row.js';
export { filePart } from './file-part.js';
export { scopesOf, type ListedCustomer } from './listed-customer.js';
export { dialledNumber } from './terms.js';
