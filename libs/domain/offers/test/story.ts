import { CustomerRegistered } from '@annals/contracts-customers';
import { OfferAnswered, ProductOffered } from '@annals/contracts-offers';

export const [offerId, customerId] = ['of-1', 'u-1'];
export const registered = (id = customerId) =>
  CustomerRegistered.event({ customerId: id, profile: { kind: 'person', name: '王芳', roles: ['end-customer'] } });
export const about = { offerId, customerId };
export const because = [{ product: 'Chang' }];
export const offerChai = { type: 'OfferProduct', ...about, product: 'Chai', because } as const;
export const offered = ProductOffered.event({ ...about, product: 'Chai', because });
export const accepted = OfferAnswered.event({ ...about, answer: 'accepted' });
export const refused = OfferAnswered.event({ ...about, answer: 'refused', reason: 'too dear' });
export const accept = { type: 'AnswerOffer', offerId, answer: 'accepted' } as const;
export const refuse = { type: 'AnswerOffer', offerId, answer: 'refused', reason: 'too dear' } as const;
