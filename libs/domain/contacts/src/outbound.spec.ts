import { ConsentGiven, ConsentWithdrawn } from '@annals/contracts-customers';
import type { Event } from '@annals/event-sourcing';
import { about, customerId, given, made, make, preferring, registered } from '../test/calls.js';

const consented = (expiresAt?: string) => ConsentGiven.event({ ...about, expiresAt });

describe('do not contact', () => {
  it('refuses every outbound contact', () =>
    given()
      .inContext(registered, consented(), preferring({ doNotContact: true }))
      .when(make())
      .thenRejected('DoNotContact'));
  it('ends with the next preference', () =>
    given()
      .inContext(registered, consented(), preferring({ doNotContact: true }), preferring({}))
      .when(make())
      .then(made()));
});

describe('consent', () => {
  const where = { channel: 'phone', purpose: 'marketing' } as const;
  const asking = (...events: readonly Event[]) => given().inContext(registered, ...events);

  it('allows a contact that requires it', () => asking(consented()).when(make()).then(made()));
  it('is required until it is given', () => asking().when(make()).thenRejected('ConsentMissing', where));
  it('does not apply to another channel', () =>
    asking(consented())
      .when(make({ channel: 'sms' }))
      .thenRejected('ConsentMissing', { ...where, channel: 'sms' }));
  it('does not apply to another purpose', () =>
    asking(consented())
      .when(make({ purpose: 'survey' }))
      .thenRejected('ConsentMissing', { ...where, purpose: 'survey' }));
  it('is not required for other purposes', () =>
    asking()
      .when(make({ purpose: 'service' }))
      .then(made({ purpose: 'service' })));
  it('refuses the contact once it is withdrawn', () =>
    asking(consented(), ConsentWithdrawn.event(about)).when(make()).thenRejected('ConsentWithdrawn', where));
  it('refuses the contact after an objection, even if no consent is required', () => {
    const sales = { ...where, purpose: 'sales' } as const;
    asking(ConsentWithdrawn.event({ customerId, ...sales }))
      .when(make(sales))
      .thenRejected('ConsentWithdrawn', sales);
  });
  it('allows the contact once it is given again', () =>
    asking(ConsentWithdrawn.event(about), consented()).when(make()).then(made()));
  it('allows the contact until it expires', () =>
    asking(consented('2026-01-05T09:00:00.001Z')).when(make()).then(made()));
  it('refuses the contact from its expiry on', () => {
    const expiresAt = '2026-01-05T09:00:00.000Z';
    asking(consented(expiresAt))
      .when(make())
      .thenRejected('ConsentExpired', { ...where, expiresAt });
  });
});

describe('quiet hours', () => {
  const nights = { from: '21:00', to: '08:00', timeZone: 'Asia/Shanghai' };
  const asked = given().inContext(registered, consented(), preferring({ quietHours: nights }));

  it('refuse a call at night in the time zone of the customer', () =>
    asked.when(make(), new Date('2026-01-05T13:30:00Z')).thenRejected('QuietHours', { ...nights, clock: '21:30' }));
  it('allow a call by day', () => asked.when(make()).then(made()));
  it('do not judge a contact of which only the day is known', () => {
    const [day, at] = ['2026-01-04', new Date('2026-01-03T16:00:00Z')];
    asked.when(make({ occurredAt: day }), at).then(made({}, at));
    asked.when(make({ occurredAt: day, made: true }), at).then(made({}, at));
    asked.when(make({ occurredAt: at.toISOString() }), at).thenRejected('QuietHours', { ...nights, clock: '00:00' });
  });
});

describe('a frequency cap', () => {
  const capped = (contacts: number, ...before: ReturnType<typeof made>[]) =>
    given(...before).inContext(registered, consented(), preferring({ frequencyCap: { contacts, days: 7 } }));
  const on = (day: string, more: object = {}) => made({ contactId: day, ...more }, new Date(`${day}T09:00:00Z`));

  it('allows contacts up to it', () => capped(2, on('2026-01-04')).when(make()).then(made()));
  it('refuses one more', () =>
    capped(2, on('2026-01-03'), on('2026-01-04'))
      .when(make())
      .thenRejected('FrequencyCapReached', { contacts: 2, days: 7, made: 2 }));
  it('of zero refuses all contacts', () => capped(0).when(make()).thenRejected('FrequencyCapReached'));
  it('ignores contacts that are older than its window', () => capped(1, on('2025-12-29')).when(make()).then(made()));
  it('counts a contact of the same moment', () =>
    capped(1, on('2026-01-05')).when(make()).thenRejected('FrequencyCapReached'));
  it('counts a contact that was recorded earlier and made later', () =>
    capped(1, on('2026-01-06')).when(make()).thenRejected('FrequencyCapReached', { contacts: 1, days: 7, made: 1 }));
  it('does not count contacts that came later than its window', () =>
    capped(1, on('2026-01-12')).when(make()).then(made()));
  it('does not count inbound contacts', () =>
    capped(1, on('2026-01-04', { direction: 'inbound' }))
      .when(make())
      .then(made()));
});
