import { MergeBegun } from '@annals/contracts-customers';
import { fieldsOf, project, type RecordedEvent } from '@annals/event-sourcing';
import { offerList, offersPart } from '@annals/projections-offers';
import { anyOrder, datedContract, datedLog, partAfter, scenarios, type Dated } from '@annals/testing';
import { NOT_KNOWN } from '@annals/contracts-customers';
import fc from 'fast-check';
import {
  accept,
  accepted,
  customerId,
  offerChai,
  offered,
  offerId,
  refuse,
  refused,
  registered,
} from '../test/story.js';
import { offer } from './offer.decider.js';
import type { OfferCommand } from './offer.types.js';

const given = scenarios(offer);

describe('an offer', () => {
  it('is recorded with the products from which it follows', () =>
    given().inContext(registered()).when(offerChai).then(offered));

  it('is silent when repeated, even after its answer', () => given(offered, accepted).when(offerChai).thenNothing());

  it('is refused when another offer has the id', () =>
    given(offered)
      .when({ ...offerChai, product: 'Tofu' })
      .thenRejected('ProductAlreadyOffered', { offerId }));

  it('is refused for a customer who is not registered', () =>
    given().when(offerChai).thenRejected('CustomerNotRegistered', { customerId }));

  it('is for the survivor of a merged customer', () => {
    const begun = MergeBegun.event({ customerId: 'u-2', survivorId: 'u-1', reason: 'Twice.', choices: {} });
    given()
      .inContext(registered('u-2'), begun)
      .when({ ...offerChai, customerId: 'u-2' })
      .then(offered);
  });
});

describe('an answer', () => {
  it('is recorded', () => {
    given(offered).when(accept).then(accepted);
    given(offered).when(refuse).then(refused);
  });

  it('is silent when repeated', () => given(offered, refused).when(refuse).thenNothing());

  it('may be another one later', () => given(offered, refused).when(accept).then(accepted));

  it('is refused for an offer that is not there', () => given().when(accept).thenRejected('OfferUnknown', { offerId }));

  it('never comes before the offer', () =>
    given(offered)
      .when({ ...accept, occurredAt: '1969-12-31T00:00:00.000Z' }, new Date('1969-12-31T00:00:00Z'))
      .thenRejected('AnsweredBeforeOffer'));
});

const on = (day: number) => new Date(Date.UTC(2026, 0, day, 9)).toISOString();
const said = (occurredAt: string, command: OfferCommand): Dated<OfferCommand> => ({
  occurredAt,
  command: { ...command, occurredAt },
});
const answers = fc
  .uniqueArray(fc.integer({ min: 2, max: 9 }), { maxLength: 4 })
  .chain((days) =>
    fc.tuple(
      ...days.map((day) => fc.constantFrom<OfferCommand>(accept, refuse).map((command) => said(on(day), command))),
    ),
  );
const logAfter = (...commands: readonly Dated<OfferCommand>[]) =>
  datedLog(offer, commands, { customer: { ...NOT_KNOWN, isRegistered: true } });
const truthOf = (log: readonly RecordedEvent[]) => {
  const document = project(offerList, log).get(offerId)!;
  return {
    shown: offerList.answer.of(document),
    found: fieldsOf(offerList, document),
    page: partAfter(offersPart, log),
  };
};

describe('facts of an offer', () =>
  datedContract(
    anyOrder(answers, [said(on(1), offerChai)], () => [1]),
    logAfter,
    truthOf,
  ));
