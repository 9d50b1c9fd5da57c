export { digitsIn } from './digits.js';
export { folded } from './fold.js';
export { isOrganisationCode, isTaxNumber, normalIdentifier } from './identifier-schemes.js';
export * from './normal-form.js';
export * from './phone.js';
export { phoneRegionOf } from './phone-regions.js';
export * from './terms.js';
export * from './texts.js';
export { queryWords, searchWords } from './words.js';
