import { CustomerRegistered, OwnerAssigned } from '@annals/contracts-customers';
import { DealChanged, DealClosed, DealOpened, type DealTerms } from '@annals/contracts-deals';
import { recorded, scenarios } from '@annals/testing';
import { deal } from '../test/deal.js';
import { dealsFollow } from './owners.policy.js';

const given = scenarios(deal);
const ids = { dealId: 'd-1', customerId: 'c-1' };
const { dealId } = ids;
const [anna, bo, max] = [{ id: 'anna', name: 'Anna' }, { id: 'bo' }, { id: 'max' }];

const registeredBy = (actor: string) => ({
  ...CustomerRegistered.event({ customerId: 'c-1', profile: { kind: 'person', name: '王芳', roles: ['prospect'] } }),
  actor,
});
const assigned = (owner: { id: string }, previous: { id: string } | null = null) =>
  OwnerAssigned.event({ customerId: 'c-1', owner, previous });

const value = { amount: '10.00', currency: 'EUR' };
const blank = { lines: [], country: null, region: null, expectedCloseDate: null, attributes: {} };
const terms = (owner: DealTerms['owner']): DealTerms => ({ ...blank, title: 'Meters', value, owner });
const opened = (owner: DealTerms['owner']) => DealOpened.event({ ...ids, ...terms(owner), step: 'need-found' });
const open = { type: 'OpenDeal', ...ids, title: 'Meters', value } as const;

describe('the owner of a new deal', () => {
  it('is the one of the customer', () =>
    given().inContext(registeredBy('li'), assigned(bo), assigned(anna)).when(open).then(opened(anna)));

  it('is who registered the customer until an owner is assigned', () =>
    given()
      .inContext(registeredBy('li'))
      .when(open)
      .then(opened({ id: 'li' })));

  it('is the one that the command names', () =>
    given()
      .inContext(registeredBy('li'), assigned(anna))
      .when({ ...open, owner: bo })
      .then(opened(bo)));

  it('is nobody if the command says so, or a file or another system brought the customer', () => {
    given()
      .inContext(registeredBy('li'), assigned(anna))
      .when({ ...open, owner: null })
      .then(opened(null));
    given().inContext(registeredBy('system:import')).when(open).then(opened(null));
  });

  it('stays when the opening is repeated after the customer got another one', () => {
    given(opened(anna)).inContext(registeredBy('li'), assigned(bo)).when(open).thenNothing();
    given(opened(anna))
      .inContext(registeredBy('li'), assigned(anna))
      .when({ ...open, owner: bo })
      .thenRejected('DealAlreadyOpened');
  });
});

describe('an open deal whose customer gets another owner', () => {
  const follow = (from: string | null) => ({ type: 'FollowOwner', dealId, from }) as const;
  const passed = (before: DealTerms['owner'], owner: DealTerms['owner'] = max) =>
    DealChanged.event({ ...ids, before: { owner: before }, after: { owner }, reason: null });
  const customer = [registeredBy('li'), assigned(max)] as const;

  it('goes from the previous owner to the new one', () =>
    given(opened(anna))
      .inContext(registeredBy('li'), assigned(anna), assigned(max))
      .when(follow('anna'))
      .then(passed(anna)));

  it('goes to the last of several', () =>
    given(opened(anna))
      .inContext(registeredBy('li'), assigned(anna), assigned(bo), assigned(max))
      .when(follow('anna'))
      .then(passed(anna)));

  it('goes to the owner who was assigned last, whatever is recorded later of the past', () => {
    const late = { ...assigned(bo), occurredAt: '2020-01-01T00:00:00.000Z' };
    given(opened(null))
      .inContext(...customer, late)
      .when(follow(null))
      .then(passed(null));
  });

  it('goes along if it had no owner, or the user who registered the customer', () => {
    given(opened(null))
      .inContext(...customer)
      .when(follow(null))
      .then(passed(null));
    given(opened({ id: 'li' }))
      .inContext(...customer)
      .when(follow(null))
      .then(passed({ id: 'li' }));
  });

  it('stays with another owner', () => {
    given(opened(bo))
      .inContext(...customer)
      .when(follow('anna'))
      .thenNothing();
    given(opened(bo))
      .inContext(...customer)
      .when(follow(null))
      .thenNothing();
    given(opened(null))
      .inContext(...customer)
      .when(follow('anna'))
      .thenNothing();
  });

  it('follows once, and nobody if the customer has no owner', () => {
    given(opened(max))
      .inContext(...customer)
      .when(follow('max'))
      .thenNothing();
    given(opened(null)).inContext(registeredBy('system:import')).when(follow(null)).thenNothing();
  });

  it('stays as it is once it is closed, or if it was opened or passed on later', () => {
    const closed = DealClosed.event({
      ...{ ...ids, ...terms(anna), outcome: 'lost', step: 'need-found', reason: 'price', competitor: null },
    });
    given(opened(anna), closed)
      .inContext(...customer)
      .when(follow('anna'))
      .thenNothing();
    const passedOn = { ...passed(anna, bo), occurredAt: '2026-01-06T09:00:00.000Z' };
    given(opened(anna), passedOn)
      .inContext(...customer)
      .when(follow('bo'), new Date('2026-01-05'))
      .thenNothing();
    const later = { ...opened(anna), occurredAt: '2026-01-06T09:00:00.000Z' };
    given(later)
      .inContext(...customer)
      .when(follow('anna'), new Date('2026-01-05'))
      .thenNothing();
  });

  it('is sent a command for each open deal of the customer', () => {
    const [event] = recorded([assigned(max, anna)]);
    expect(dealsFollow.on.OwnerAssigned?.(event!)).toEqual([
      { field: 'customer', is: 'c-1' },
      { field: 'status', is: 'open' },
    ]);
    const document = { dealId } as Parameters<typeof dealsFollow.send>[0];
    expect(dealsFollow.send(document, event!)).toEqual([{ type: 'FollowOwner', fields: { dealId, from: 'anna' } }]);
    const [first] = recorded([assigned(max)]);
    expect(dealsFollow.send(document, first!)).toMatchObject([{ fields: { from: null } }]);
  });
});
