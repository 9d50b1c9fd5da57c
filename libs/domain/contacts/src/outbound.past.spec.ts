import { ConsentGiven, ConsentWithdrawn } from '@annals/contracts-customers';
import type { Event } from '@annals/event-sourcing';
import { about, given, made, make, preferring, registered } from '../test/calls.js';

const on = (day: string, event: Event) => ({ ...event, occurredAt: `${day}T00:00:00.000Z` });
const consented = (expiresAt?: string) => ConsentGiven.event({ ...about, expiresAt });
const withdrawn = ConsentWithdrawn.event(about);

const knowing = (...events: readonly ReturnType<typeof on>[]) => given().inContext(registered, ...events);
const at = (day: string) => new Date(`${day}T12:00:00Z`);
const madeOn = (day: string) => [make({ occurredAt: at(day).toISOString() }), at(day)] as const;
const where = { channel: 'phone', purpose: 'marketing' };

describe('a contact of the past', () => {
  const yearOfConsent = knowing(on('2024-01-01', consented()), on('2025-01-01', withdrawn));

  it('is checked against the consent at that time, even if it was withdrawn since', () =>
    yearOfConsent.when(...madeOn('2024-06-01')).then(made({}, at('2024-06-01'))));
  it('is refused if the consent was given later', () =>
    yearOfConsent.when(...madeOn('2023-12-31')).thenRejected('ConsentMissing', where));
  it('is refused from the withdrawal on', () =>
    yearOfConsent.when(...madeOn('2025-01-01')).thenRejected('ConsentWithdrawn', where));
  it('is refused if consent was withdrawn at that time, even if it was given again since', () =>
    knowing(on('2024-01-01', withdrawn), on('2025-01-01', consented()))
      .when(...madeOn('2024-06-01'))
      .thenRejected('ConsentWithdrawn', where));
  it('is refused after the expiry of the consent at that time', () =>
    knowing(on('2023-01-01', consented('2024-01-01T00:00:00Z')), on('2025-01-01', consented()))
      .when(...madeOn('2024-06-01'))
      .thenRejected('ConsentExpired'));
  it('is checked by when a wish was expressed, not by when it was recorded', () =>
    knowing(on('2025-01-01', withdrawn), on('2024-01-01', consented()))
      .when(...madeOn('2024-06-01'))
      .then(made({}, at('2024-06-01'))));
  it('is checked against the later record of two with the same time', () =>
    knowing(on('2024-01-01', consented()), on('2024-01-01', withdrawn))
      .when(...madeOn('2024-06-01'))
      .thenRejected('ConsentWithdrawn'));

  const never = preferring({ doNotContact: true });

  it('is checked against the preference at that time', () => {
    knowing(on('2024-01-01', consented()), on('2025-01-01', never))
      .when(...madeOn('2024-06-01'))
      .then(made({}, at('2024-06-01')));
    knowing(on('2024-01-01', consented()), on('2024-02-01', never), on('2025-01-01', preferring({})))
      .when(...madeOn('2024-06-01'))
      .thenRejected('DoNotContact');
  });
});

describe('a contact of a day', () => {
  const on10 = (event: Event) => ({ ...event, occurredAt: '2024-06-01T10:00:00.000Z' });
  const [day, at] = ['2024-06-01', new Date('2024-06-01T00:00:00Z')];

  it('is allowed if it was at any time of the day', () => {
    knowing(on10(consented()))
      .when(make({ occurredAt: day }), at)
      .then(made({}, at));
    knowing(on('2024-01-01', consented()), on10(withdrawn))
      .when(make({ occurredAt: day }), at)
      .then(made({}, at));
  });
  it('is no breach if it was none at any time of the day', () =>
    knowing(on10(consented()))
      .when(make({ occurredAt: day, made: true }), at)
      .then(made({}, at)));
  it('is refused by a rule that held on the whole day', () =>
    knowing(on('2024-01-01', withdrawn))
      .when(make({ occurredAt: day }), at)
      .thenRejected('ConsentWithdrawn', where));
});

describe('a contact that is made now', () => {
  it('is checked against the latest wish, even if it was recorded late', () =>
    knowing(on('2025-01-01', consented()), on('2024-01-01', withdrawn)).when(make()).then(made()));
  it('is checked against all known wishes, even if a clock was ahead', () =>
    knowing(on('2026-01-06', consented())).when(make()).then(made()));
});
