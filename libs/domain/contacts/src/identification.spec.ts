import { CallerIdentified, ContactMade } from '@annals/contracts-contacts';
import { handle, type Origin } from '@annals/event-sourcing';
import { namingOf } from '@annals/command-bus';
import { MemoryEventStore } from '@annals/store-memory';
import { newEvent, NOW, scenarios } from '@annals/testing';
import { company, registered } from '../test/calls.js';
import { about, closed, contacted, LATER } from '../test/callers.js';
import { evolveCaller } from './caller.state.js';
import { identification } from './identification.decider.js';

const given = scenarios(identification);

const identify = (more: object = {}) => ({ type: 'IdentifyCaller', ...about, customerId: 'u-1', ...more }) as const;

const call = { channel: 'phone', contactedAt: NOW.toISOString(), contactedBy: { id: 'li.na' } } as const;
const named = { customerId: 'u-1', contactId: 'caller:cl-1' };
const said = { purpose: 'service', summary: '停电', outcome: 'reached', response: 'none' } as const;
const made = (more: object = {}) => ({
  ...ContactMade.event({ ...named, ...call, ...said, direction: 'inbound', ...more }),
  occurredAt: call.contactedAt,
});
const identified = (more: object = {}) => CallerIdentified.event({ ...about, ...named, ...call, ...more });

describe('identifying a caller', () => {
  const before = given(contacted()).inContext(registered);

  it('makes the call a contact of the customer at the time of the call, made by the employee who took it', () =>
    before.when(identify(), LATER).then(made(), identified()));

  it('keeps the name that the caller said, and how long the call was', () =>
    given(contacted({ name: '王先生', durationSeconds: 60 }))
      .inContext(registered)
      .when(identify())
      .then(made({ person: '王先生', durationSeconds: 60 }), identified()));

  it('may name the contact person who called', () => {
    const personId = 'u-1:p1';
    given(contacted({ name: '小王' }))
      .inContext(company)
      .when(identify({ personId: 'p1' }))
      .then(made({ personId }), identified({ personId }));
  });

  it('carries the complaint of the caller', () => {
    const complaint = { category: 'outage', severity: 'high', subject: '停电', text: '本周三次' } as const;
    given(contacted({ complaint })).inContext(registered).when(identify()).then(made(), identified({ complaint }));
  });

  it('is possible when the record was closed', () =>
    given(contacted(), closed).inContext(registered).when(identify()).then(made(), identified()));

  it('is silent when repeated, with or without the contact person', () => {
    const after = given(contacted(), made(), identified({ personId: 'u-1:p1' })).inContext(company);
    after.when(identify(), LATER).thenNothing();
    after.when(identify({ personId: 'u-1:p1' })).thenNothing();
  });

  it.each([{ customerId: 'u-2' }, { personId: 'p2' }])('is refused as %j afterwards', (other) =>
    given(contacted(), made(), identified({ personId: 'u-1:p1' }))
      .inContext(company)
      .when(identify(other))
      .thenRejected('CallerAlreadyIdentified', about),
  );

  it('is refused without a record, a customer or a contact person', () => {
    given().inContext(registered).when(identify()).thenRejected('CallerUnknown', about);
    given(contacted()).when(identify()).thenRejected('CustomerNotRegistered', { customerId: 'u-1' });
    before.when(identify({ personId: 'p9' })).thenRejected('ContactPersonUnknown');
  });

  it('is refused before the call', () => {
    const at = new Date('2026-01-05T08:59:59Z');
    before.when(identify({ occurredAt: at.toISOString() }), at).thenRejected('CallerOccurredTooEarly');
  });

  it.each([identified(), closed])('means nothing without a record: $type', ({ type, data }) =>
    expect(evolveCaller[type](null, data as never, call as never)).toBeNull(),
  );
});

describe('two people who identify a caller at once', () => {
  const origin = (commandId: string): Origin => ({
    ...{ commandId, correlationId: commandId, causationId: commandId, actor: commandId, source: 'test' },
    occurredAt: LATER.toISOString(),
  });
  const open = async () => {
    const store = new MemoryEventStore();
    for (const customerId of ['u-1', 'u-2'])
      await store.append(`customer-${customerId}`, -1, [{ ...newEvent(customerId), ...registered }]);
    await store.append('caller-cl-1', -1, [{ ...newEvent('call'), ...contacted() }]);
    const send = (by: string, customerId: string) =>
      handle(store, identification, identify({ customerId }), origin(by), { naming: namingOf(new Uint8Array(32)) });
    return {
      send,
      contacts: async () => (await store.read('caller-cl-1')).filter(({ type }) => type === 'ContactMade'),
    };
  };

  it('record one contact, which occurred at the time of the call', async () => {
    const { send, contacts } = await open();
    await Promise.all([send('ann', 'u-1'), send('bob', 'u-1')]);
    expect(await contacts()).toMatchObject([{ subject: 'u-1', occurredAt: call.contactedAt }]);
  });

  it('as two customers record it for the first one, and the other is refused', async () => {
    const { send, contacts } = await open();
    const outcomes = await Promise.allSettled([send('ann', 'u-1'), send('bob', 'u-2')]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes).toContainEqual({
      ...{ status: 'rejected', reason: expect.objectContaining({ code: 'CallerAlreadyIdentified' }) as Error },
    });
    expect(await contacts()).toHaveLength(1);
  });
});
