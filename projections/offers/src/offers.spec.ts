import { OrderCancelled, OrderPlaced, type OrderEvent } from '@annals/contracts-accounts';
import { DealClosed, DealReopened, DealWithdrawn, type DealEvent } from '@annals/contracts-deals';
import { OfferAnswered, offerContracts, ProductOffered, type OfferEvent } from '@annals/contracts-offers';
import { fieldsOf, project } from '@annals/event-sourcing';
import { anyLogOf, pagePartContract, partAfter, projectionContract, recorded, viewContract } from '@annals/testing';
import fc from 'fast-check';
import { baskets, offerLines, offerList, offersPart } from './index.js';

const about = { offerId: 'of-1', customerId: 'u-1' };
const offered = ProductOffered.event({ ...about, product: 'Chai', productId: 'p-11', because: [{ product: 'Chang' }] });
const idea = ProductOffered.event({ ...about, product: 'Chai' });
const accepted = OfferAnswered.event({ ...about, answer: 'accepted' });
const refused = OfferAnswered.event({ ...about, answer: 'refused', reason: 'too dear' });
const anyOffers = anyLogOf(fc.constantFrom<OfferEvent>(offered, idea, accepted, refused));

describe('the list of offers', () => {
  const after = (...events: OfferEvent[]) => project(offerList, recorded(events)).get('of-1');

  it('shows an offer that is not answered, and who made it', () =>
    expect(after(offered)).toMatchObject({
      ...{ status: 'open', answer: null, answeredAt: null, offeredBy: 'test', productId: 'p-11' },
      because: [{ product: 'Chang' }],
    }));

  it('shows the last answer', () => {
    expect(after(offered, refused)).toMatchObject({ status: 'refused', reason: 'too dear' });
    expect(after(offered, refused, accepted)).toMatchObject({ status: 'accepted', reason: null });
  });

  it('counts for the rule from which it follows', () => {
    expect(fieldsOf(offerList, after(offered, accepted)!)).toMatchObject({
      rule: 'Chang → Chai',
      accepted: 1,
      answered: 1,
    });
    expect(fieldsOf(offerList, after(idea)!)).toMatchObject({ rule: null, accepted: 0, answered: 0 });
  });

  it('has the share of accepted among answered offers', () => {
    const { hitRate, offers } = offerList.report!.measures;
    const sums = { count: 5, accepted: 1, answered: 4 };
    expect([offers!.of(sums, {}, {}), hitRate!.of(sums, {}, {})]).toEqual([5, 0.25]);
    expect(hitRate!.of({ ...sums, answered: 0 }, {}, {})).toBeNull();
  });

  it('has a line for each event', () =>
    expect(
      [offered, accepted, refused].map(({ type, data }) => (offerLines[type] as (data: unknown) => string)(data)),
    ).toEqual(['Chai', '', 'too dear']));

  it('passes over an answer to no offer', () => expect(after(accepted)).toBeUndefined());

  viewContract(offerList, offerContracts, anyOffers);
});

describe('the page of the customer', () => {
  it('has the last offers', () =>
    expect(partAfter(offersPart, recorded([offered, refused]))).toEqual({
      offers: [
        {
          ...{ offerId: 'of-1', product: 'Chai', productId: 'p-11', because: [{ product: 'Chang' }] },
          ...{ status: 'refused', offeredAt: '2026-01-01T00:00:00.000Z' },
        },
      ],
    }));

  pagePartContract(offersPart, offerContracts, anyOffers);
});

describe('baskets', () => {
  const line = (product: string, productId?: string) => ({
    ...{ lineId: `l-${product}`, product, quantity: '1', unitPrice: '1', discount: '0', net: '1.00' },
    ...(productId !== undefined && { productId }),
  });
  const terms = {
    ...{ title: 'Tea', value: { amount: '3.00', currency: 'EUR' }, owner: null, country: null, region: null },
    ...({ expectedCloseDate: null, attributes: {}, step: 'trading', reason: null, competitor: null } as const),
  };
  const deal = { dealId: 'd-1', customerId: 'u-1' };
  const close = (outcome: 'won' | 'lost', ...lines: ReturnType<typeof line>[]) =>
    DealClosed.event({ ...deal, ...terms, lines, outcome });
  const won = close('won', line('Tofu'), line('Chai', 'p-11'), line('Tofu'));
  const { title, value, owner, expectedCloseDate, step } = terms;
  const reopened = DealReopened.event({
    ...{ ...deal, reason: 'cancelled', outcome: 'won', lines: 3, title, value, owner, expectedCloseDate, step },
  });
  const withdrawn = DealWithdrawn.event({ ...deal, lines: 3 });
  const order = (status: 'open' | 'cancelled') =>
    OrderPlaced.event({
      ...{ orderId: 'd-1', customerId: 'u-1', number: null, value, expectedOn: null, status },
      lines: [{ product: 'Chai', quantity: '2' }],
    });
  const cancelled = OrderCancelled.event({ orderId: 'd-1', customerId: 'u-1', reason: null, value: null });
  const after = (...events: (DealEvent | OrderEvent)[]) => Object.fromEntries(project(baskets, recorded(events)));

  it('have each product of a won deal or an order once', () => {
    const basket = { customerId: 'u-1', products: [{ product: 'Tofu' }, { product: 'Chai', productId: 'p-11' }] };
    expect(after(won)).toEqual({ 'deal:d-1': basket });
    expect(fieldsOf(baskets, basket)).toEqual({ customer: 'u-1', products: ['Tofu', 'p-11'] });
    expect(after(won, order('open'))).toMatchObject({ 'order:d-1': { products: [{ product: 'Chai' }] } });
  });

  it('are none of lost, reopened and withdrawn deals, of cancelled orders and of what has no lines', () => {
    for (const last of [close('lost', line('Chai')), reopened, withdrawn, close('won')])
      expect(after(won, last)).toEqual({});
    for (const last of [order('cancelled'), cancelled]) expect(after(order('open'), last)).toEqual({});
  });

  const any = fc.constantFrom<DealEvent | OrderEvent>(
    ...[won, close('lost', line('Chai')), reopened, withdrawn, order('open'), order('cancelled'), cancelled],
  );
  projectionContract(baskets, anyLogOf(any));
});
