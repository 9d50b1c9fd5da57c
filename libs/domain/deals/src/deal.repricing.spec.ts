import { DealChanged, type DealLine } from '@annals/contracts-deals';
import { fold } from '@annals/event-sourcing';
import { scenarios } from '@annals/testing';
import { deal } from '../test/deal.js';
import { added, catalogue, dealId, ids, lineOf, open, opened, sent, terms, withdrawn } from '../test/priced.js';

const given = scenarios(deal);

describe('changing a deal', () => {
  const changed = (before: DealLine[], after: DealLine[], values: [string, string]) =>
    DealChanged.event({
      ...ids,
      before: { value: { amount: values[0], currency: 'EUR' }, lines: before },
      after: { value: { amount: values[1], currency: 'EUR' }, lines: after },
      reason: null,
    });
  const around = [...catalogue, added('p-3'), withdrawn];
  const when = given(opened(lineOf())).inContext(...around);

  it('never asks again for a product that the deal has already', () => {
    const line = { quantity: '3.00', net: '6.00' };
    when
      .when({ type: 'ChangeDealLine', dealId, lineId: 'l1', quantity: '3' })
      .then(changed([lineOf()], [lineOf(line)], ['4.00', '6.00']));
    given(opened(lineOf()))
      .when({ type: 'ChangeDealLine', dealId, lineId: 'd-1:l1', quantity: '3' })
      .then(changed([lineOf()], [lineOf({ ...line, listPrice: undefined })], ['4.00', '6.00']));
  });
  it('has the list price of another product, and keeps those of other lines', () => {
    const other = lineOf({ lineId: 'd-1:l2', productId: 'p-3', unitPrice: '5.00', net: '10.00' });
    const { listPrice: _, ...unlisted } = other;
    when
      .when({ type: 'AddDealLine', dealId, lineId: 'l2', ...sent, productId: 'p-3', unitPrice: '5' })
      .then(changed([lineOf()], [lineOf(), unlisted], ['4.00', '14.00']));
    const lines = [sent, { ...sent, lineId: 'l2', productId: 'p-3', unitPrice: '5' }];
    when
      .when({ type: 'ChangeDeal', dealId, lines }, new Date('2026-02-02T00:00:00Z'))
      .then(changed([lineOf()], [lineOf(), unlisted], ['4.00', '14.00']));
  });
  it('is refused for a product that is not offered, or unknown', () => {
    const line = { type: 'ChangeDealLine', dealId, lineId: 'l1' } as const;
    when.when({ ...line, productId: 'p-9' }).thenRejected('ProductUnknown', { productId: 'p-9' });
    given(opened(lineOf({ productId: 'p-3' })))
      .inContext(...around)
      .when({ ...line, productId: 'p-1' })
      .thenRejected('ProductNotOffered');
  });
  it('has the list price in another currency only if there is one', () => {
    const { listPrice: _, ...unlisted } = lineOf();
    const dollars = { amount: '4.00', currency: 'USD' };
    when.when({ type: 'ChangeDeal', dealId, lines: [{ ...sent, unitPrice: '2' }], currency: 'USD' }).then(
      DealChanged.event({
        ...ids,
        before: { value: { amount: '4.00', currency: 'EUR' }, lines: [lineOf()] },
        after: { value: dollars, lines: [unlisted] },
        reason: null,
      }),
    );
  });
});

describe('importing a deal again', () => {
  const updated = (line: object) => deal.updates!.OpenDeal!(open(line), fold(deal, [dated(opened(lineOf()))]));
  const dated = (event: ReturnType<typeof opened>) => ({ ...event, occurredAt: '2026-01-05T09:00:00.000Z' });

  it('changes nothing of lines that are sent as before', () => {
    expect(updated({})).toBeUndefined();
    expect(updated({ unitPrice: '2' })).toBeUndefined();
  });
  it('sends what differs as it is given', () =>
    expect(updated({ quantity: '3' })).toMatchObject({
      ...{ type: 'ChangeDeal', fields: { dealId, lines: [{ ...sent, quantity: '3' }] } },
    }));
});

it('is undone without list prices, which follow from the day', () => {
  const event = DealChanged.event({
    ...{ ...ids, before: { lines: [lineOf()] }, after: { lines: [] }, reason: null },
  });
  const state = {
    ...fold(
      deal,
      [opened(lineOf())].map((each) => ({ ...each, occurredAt: '2026-01-05T09:00:00.000Z' })),
    ),
  };
  const known = { ...state, terms: { ...terms, lines: [], value: { amount: '0', currency: 'EUR' } } } as typeof state;
  const { fields } = deal.undoing!.changeBack.DealChanged!(event.data, known)!;
  expect(fields).toEqual({ dealId, lines: [{ ...lineOf(), net: undefined, listPrice: undefined }] });
});
