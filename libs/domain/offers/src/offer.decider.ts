import {
  aroundCustomer,
  customerProblems,
  customerStream,
  forSurvivor,
  NOT_KNOWN,
  type KnownCustomer,
} from '@annals/contracts-customers';
import { OfferAnswered, ProductOffered, type Answer, type OfferEvent } from '@annals/contracts-offers';
import { expectingAfter, History, isKnown, sameContent } from '@annals/contracts-values';
import type { Decider, Of } from '@annals/event-sourcing';
import { offerProblems } from './offer.problems.js';
import type { OfferCommand } from './offer.types.js';

const { reject } = offerProblems;

type Answered = { readonly answer: Answer; readonly reason: string | null };

/** `null` until the product is offered. */
export type Offer = {
  readonly offered: Of<OfferEvent, 'ProductOffered'>['data'];
  readonly offeredAt: string;
  readonly history: History<{ readonly answered: Answered }>;
} | null;

export type Around = { readonly customer: KnownCustomer };

const expectAfter = expectingAfter(({ since, occurredAt }) => reject('AnsweredBeforeOffer', { since, occurredAt }));

export const offer: Decider<OfferCommand, Offer, OfferEvent, Around> = {
  stream: ({ offerId }) => `offer-${offerId}`,
  subject: ({ customerId }) => customerId,
  initial: null,
  evolve: {
    ProductOffered: (_, offered, { occurredAt: offeredAt }) => ({ offered, offeredAt, history: History.none() }),
    OfferAnswered: (offer, { answer, reason = null }, { occurredAt }) =>
      offer && { ...offer, history: offer.history.with({ answered: { answer, reason } }, occurredAt) },
  },
  context: {
    stream: (command) => (command.type === 'OfferProduct' ? [customerStream(command.customerId)] : []),
    initial: { customer: NOT_KNOWN },
    evolve: aroundCustomer<Around>(),
  },

  decide: {
    OfferProduct: (sent, found, _, { customer }) => {
      const command = forSurvivor(sent, customer);
      const { offerId, customerId } = command;
      const offered = ProductOffered.event(command);
      if (found) return sameContent(found.offered, offered.data) ? [] : reject('ProductAlreadyOffered', { offerId });
      if (!customer.isRegistered) customerProblems.rejectReference('CustomerNotRegistered', { customerId });
      return [offered];
    },

    AnswerOffer: (command, found, at) => {
      const { offerId, answer, reason = null } = command;
      if (!found) return reject('OfferUnknown', { offerId });
      const { customerId } = found.offered;
      expectAfter(command, at, { by: 'offer', at: found.offeredAt });
      const last = found.history.last('answered', at.toISOString());
      const isSaid = isKnown(command, at, last?.at);
      if (isSaid && last && sameContent(last.said, { answer, reason })) return [];
      return [OfferAnswered.event({ offerId, customerId, answer, ...(reason !== null && { reason }) })];
    },
  },
};
