import { ContactAllowed, type ContactEvent } from '@annals/contracts-contacts';
import { decide, fold } from '@annals/event-sourcing';
import { recorded } from '@annals/testing';
import fc from 'fast-check';
import { customerId, given, made, make, policy, preferring, registered } from '../test/calls.js';
import { contact } from './contact.decider.js';

const sales = { purpose: 'sales' } as const;
const never = preferring({ doNotContact: true });
const weekly = preferring({ frequencyCap: { contacts: 1, days: 7 } });
const breached = (...breaches: readonly string[]) => made({ ...sales, breaches });

describe('a contact that was made against a rule', () => {
  it('is recorded as a breach, with every rule that it broke', () => {
    given()
      .inContext(registered, never)
      .when(make({ ...sales, made: true }))
      .then(breached('do-not-contact'));
    const both = preferring({ doNotContact: true, frequencyCap: { contacts: 0, days: 1 } });
    given()
      .inContext(registered, both)
      .when(make({ ...sales, made: true }))
      .then(breached('do-not-contact', 'frequency-cap'));
  });
  it('keeps the department that the customer has', () => {
    const inSales = {
      ...registered,
      data: { ...registered.data, profile: { ...registered.data.profile, department: 'sales' } },
    };
    given()
      .inContext(inSales, never)
      .when(make({ ...sales, made: true }))
      .then(made({ ...sales, breaches: ['do-not-contact'], department: 'sales' }));
    given()
      .inContext(inSales)
      .when(make({ ...sales, made: true }))
      .then(made(sales));
  });
  it('is no breach if no rule refuses it', () =>
    given()
      .inContext(registered)
      .when(make({ ...sales, made: true }))
      .then(made(sales)));
  it('is refused while it is only planned', () =>
    given().inContext(registered, never).when(make(sales)).thenRejected('DoNotContact'));
  it('is silent when repeated', () =>
    given(breached('do-not-contact'))
      .inContext(registered, never)
      .when(make({ ...sales, made: true }))
      .thenNothing());
  it('counts for the cap', () =>
    given(made({ ...sales, contactId: 'b-1', breaches: ['do-not-contact'] }))
      .inContext(registered, weekly)
      .when(make(sales))
      .thenRejected('FrequencyCapReached'));
});

describe('under a cap of one in seven days', () => {
  const on = (day: string) => new Date(`2026-01-${day}T09:00:00.000Z`);
  const call = (day: string, more: object = {}) =>
    [make({ ...sales, contactId: day, occurredAt: on(day).toISOString(), ...more }), on(day)] as const;
  const called = (day: string, more: object = {}) => made({ ...sales, contactId: day, ...more }, on(day));

  it('a contact of 8 January is judged alike whether it is recorded before or after that of 10 January', () => {
    given(called('08'))
      .inContext(registered, weekly)
      .when(...call('10'))
      .thenRejected('FrequencyCapReached');
    given(called('10'))
      .inContext(registered, weekly)
      .when(...call('08'))
      .thenRejected('FrequencyCapReached');
    given(called('10'))
      .inContext(registered, weekly)
      .when(...call('08', { made: true }))
      .then(called('08', { breaches: ['frequency-cap'] }));
  });

  const decider = contact(policy);
  const days = fc.uniqueArray(fc.integer({ min: 10, max: 28 }), { minLength: 2, maxLength: 2 });

  it('two contacts are one breach or none, in either order', () =>
    fc.assert(
      fc.property(days, (both) => {
        const breaches = [both, both.toReversed()].map((order) => {
          const events = order.reduce<readonly ContactEvent[]>((past, day) => {
            const [command, at] = call(`${day}`, { made: true });
            const context = fold(decider.context!, recorded([registered, weekly]));
            return [...past, ...decide(decider, command as never, fold(decider, past), at, context)];
          }, []);
          return events.filter(({ data }) => 'breaches' in data && data.breaches !== undefined).length;
        });
        expect(breaches).toEqual(Array(2).fill(Math.abs(both[0]! - both[1]!) < 7 ? 1 : 0));
      }),
    ));
});

describe('an exception of a supervisor', () => {
  const exception = {
    channel: 'phone',
    ...{ allowanceId: 'ex-1', customerId, reason: 'The pipe leaks.', allowedBy: { id: 'max' } },
    ...sales,
  } as const;
  const allow = (more: object = {}) => ({ type: 'AllowContact', ...exception, ...more }) as const;
  const allowed = (more: object = {}) =>
    ContactAllowed.event({
      ...{ ...exception, from: '2026-01-05T09:00:00.000Z', until: '2026-01-06T09:00:00.000Z' },
      ...more,
    });
  const used = made({ ...sales, overridden: ['do-not-contact'], allowanceId: 'ex-1' });

  it('is recorded with its reason, for a day or until a time', () => {
    given().inContext(registered).when(allow()).then(allowed());
    const until = '2026-01-20T00:00:00.000Z';
    given().inContext(registered).when(allow({ until })).then(allowed({ until }));
  });
  it('is silent when repeated, and refused with other content', () => {
    const later = new Date('2026-01-05T10:00:00Z');
    given(allowed()).inContext(registered).when(allow(), later).thenNothing();
    given(allowed())
      .inContext(registered)
      .when(allow({ channel: 'sms' }))
      .thenRejected('AllowanceAlreadyGiven', { allowanceId: 'ex-1' });
  });
  it.each(['2026-01-05T09:00:00.000Z', '2026-02-06T00:00:00.000Z'])('does not end at %s', (until) =>
    given().inContext(registered).when(allow({ until })).thenRejected('AllowancePeriodInvalid', { days: 31, until }),
  );
  it('allows one contact, which names the rules that it overrides', () => {
    given(allowed()).inContext(registered, never).when(make(sales)).then(used);
    given(allowed(), used)
      .inContext(registered, never)
      .when(make({ ...sales, contactId: 't-2' }))
      .thenRejected('DoNotContact');
  });
  it('is not used by a contact that no rule refuses', () =>
    given(allowed()).inContext(registered).when(make(sales)).then(made(sales)));
  it.each([
    ['another purpose', { purpose: 'other' }, undefined],
    ['another channel', { ...sales, channel: 'sms' }, undefined],
    ['a later time', sales, new Date('2026-01-06T09:00:00.001Z')],
    ['an earlier time', { ...sales, occurredAt: '2026-01-04' }, new Date('2026-01-04T00:00:00Z')],
  ])('does not hold for %s', (_, more, at) =>
    given(allowed())
      .inContext(registered, { ...never, occurredAt: '2025-01-01T00:00:00.000Z' })
      .when(make(more), at)
      .thenRejected('DoNotContact'),
  );
  it('is refused for a customer who is not registered', () =>
    given().when(allow()).thenRejected('CustomerNotRegistered', { customerId }));
});
