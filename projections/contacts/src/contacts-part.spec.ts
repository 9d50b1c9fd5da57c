import { ContactMade } from '@annals/contracts-contacts';
import { ContactPreferenceSet, CustomerRegistered } from '@annals/contracts-customers';
import type { Event, RecordedEvent } from '@annals/event-sourcing';
import { partAfter, recorded } from '@annals/testing';
import { contactsPart } from './contacts-part.js';

const customerId = 'u-1';
const registered = CustomerRegistered.event({
  customerId,
  profile: { kind: 'person', name: 'Li Na', roles: ['prospect'] },
});
const contact = (parts: object = {}) =>
  ContactMade.event({
    ...{ contactId: 't-1', customerId, channel: 'phone', direction: 'outbound', purpose: 'service', summary: 'Hello' },
    ...{ outcome: 'reached', response: 'none', contactedAt: '2026-01-03T00:00:00Z', contactedBy: { id: 'e-5' } },
    ...parts,
  });
const preference = (parts: object = {}) =>
  ContactPreferenceSet.event({ customerId, preference: { doNotContact: false, contactEveryDays: 30, ...parts } });

const after = (...events: Event[]) => afterLog(recorded(events));
const afterLog = (log: readonly RecordedEvent[]) => partAfter(contactsPart, log);
const on = (date: string, ...events: Event[]) => recorded(events, { occurredAt: `${date}T00:00:00.000Z` });

describe('contacts', () => {
  it('are counted by channel and direction, with the part of ours that met with a response', () => {
    const answered = contact({ response: 'positive' });
    const inbound = contact({ direction: 'inbound', response: 'positive' });
    const { channels } = after(contact(), answered, contact(), inbound, contact({ channel: 'email' })).contacts;
    expect(channels).toEqual({
      phone: { inbound: 1, outbound: 3, responses: 1, responseRate: 0.3333 },
      email: { inbound: 0, outbound: 1, responses: 0, responseRate: 0 },
    });
    expect(after(inbound).contacts.channels.phone?.responseRate).toBeNull();
  });

  it('are counted also before the customer is registered', () => {
    const { channels, nextDueAt } = after(preference(), contact(), registered).contacts;
    expect(channels.phone?.outbound).toBe(1);
    expect(nextDueAt).not.toBeNull();
  });

  it('are due by the wish that was expressed last, however late an older one is recorded', () => {
    const log = [
      ...on('2026-03-01', registered, preference()),
      ...on('2020-03-01', preference({ doNotContact: true })),
    ];
    expect(afterLog(log).contacts.nextDueAt?.slice(0, 10)).toBe('2026-03-31');
  });

  it('are due at no time where the customer names no interval', () =>
    expect(after(registered, preference({ contactEveryDays: undefined })).contacts.nextDueAt).toBeNull());

  it('are none of a customer who has never been heard of', () => {
    expect(afterLog([]).contacts).toEqual({
      ...{ channels: {}, last: null, lastReachedAt: null, nextDueAt: null },
      ...{ breaches: 0, overridden: 0, lastBreachAt: null },
    });
  });

  it('count those against the rules, and those that an exception allowed', () => {
    const broken = contact({ breaches: ['frequency-cap', 'quiet-hours'] });
    const log = [...on('2026-03-01', broken), ...on('2020-03-01', broken, contact({ overridden: ['do-not-contact'] }))];
    expect(afterLog(log).contacts).toMatchObject({
      ...{ breaches: 2, overridden: 1, lastBreachAt: '2026-03-01T00:00:00.000Z' },
    });
  });

  it('show the last one, however late an older one is loaded', () => {
    const log = [...on('2026-03-01', contact({ channel: 'web' })), ...on('2020-03-01', contact())];
    expect(afterLog(log).contacts).toMatchObject({
      last: { at: '2026-03-01T00:00:00.000Z', channel: 'web', by: { id: 'e-5' } },
      lastReachedAt: '2026-03-01T00:00:00.000Z',
    });
  });

  it('show the same last one of those at one instant, in whatever order they were recorded', () => {
    const both = [contact({ contactId: 't-2', channel: 'web' }), contact()];
    for (const order of [both, both.toReversed()])
      expect(afterLog(on('2026-03-01', ...order)).contacts.last).toEqual({
        ...{
          at: '2026-03-01T00:00:00.000Z',
          channel: 'web',
          direction: 'outbound',
          purpose: 'service',
          by: { id: 'e-5' },
        },
      });
  });

  const missed = contact({ outcome: 'not-reached' });
  it.each<[string, RecordedEvent[], string | null]>([
    ['so many days after the last one', [...on('2026-03-01', contact()), ...recorded([preference()])], '2026-03-31'],
    ['after the registration without any', recorded([registered, preference()]), '2026-01-31'],
    [
      'as before when nobody took the call',
      [...recorded([registered, preference()]), ...on('2026-03-01', missed)],
      '2026-01-31',
    ],
    ['never without a wish for it', recorded([registered]), null],
    ['never when no contact is wanted', recorded([registered, preference({ doNotContact: true })]), null],
    ['not known before the registration', recorded([preference()]), null],
  ])('are due %s', (_, log, due) => {
    expect(afterLog(log).contacts.nextDueAt?.slice(0, 10) ?? null).toBe(due);
  });
});
