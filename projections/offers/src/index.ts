export { baskets, type Basket } from './baskets.js';
export { offerLines, offerList, type OfferDocument } from './offer-list.js';
export { offersPart } from './offers-part.js';
