import { ConsentWithdrawn } from '@annals/contracts-customers';
import { CHANNELS, PURPOSES, type Purpose } from '@annals/contracts-values';
import type { Event } from '@annals/event-sourcing';
import { customerId, given, made, make, policy, preferring, registered } from '../test/calls.js';

const never = preferring({ doNotContact: true });
const weekly = preferring({ frequencyCap: { contacts: 1, days: 7 } });
const nights = preferring({ quietHours: { from: '21:00', to: '08:00', timeZone: 'UTC' } });
const night = new Date('2026-01-05T22:00:00Z');
const of = (purpose: Purpose, channel = 'phone') => ({ purpose, channel });

const refusedFor = (past: ReturnType<typeof made>[], context: Event[], at?: Date) =>
  PURPOSES.filter((purpose) => !policy.consentRequiredFor.includes(purpose)).filter((purpose) => {
    try {
      given(...past)
        .inContext(...context)
        .when(make(of(purpose)), at)
        .then(made(of(purpose), at));
      return false;
    } catch (error) {
      expect(String(error)).toMatch(/DoNotContact|QuietHours|FrequencyCapReached|ConsentWithdrawn/);
      return true;
    }
  });

describe('for its purpose', () => {
  it('do-not-contact refuses what is sold, not service, collection, notices and what the law requires', () =>
    expect(refusedFor([], [registered, never])).toEqual(['sales', 'other']));

  it('a legal notice by post and debt collection are possible though the customer wants no contact', () => {
    const letter = of('statutory', 'post');
    given().inContext(registered, never).when(make(letter), night).then(made(letter, night));
    given()
      .inContext(registered, never)
      .when(make(of('collection')))
      .then(made(of('collection')));
    given()
      .inContext(registered, never)
      .when(make(of('notice', 'post')))
      .then(made(of('notice', 'post')));
  });

  it('a frequency cap refuses and counts what is sold', () => {
    const mail = made({ contactId: 'm-1', channel: 'email', purpose: 'marketing' });
    expect(refusedFor([mail], [registered, weekly])).toEqual(['sales', 'other']);
    const callBack = made({ contactId: 's-1', purpose: 'service' });
    expect(refusedFor([callBack], [registered, weekly])).toEqual([]);
  });

  it('quiet hours leave time only for what the law requires', () =>
    expect(refusedFor([], [registered, nights], night)).toEqual(['sales', 'service', 'collection', 'notice', 'other']));

  it('quiet hours do not hold for letters', () => {
    expect(CHANNELS.filter((channel) => !policy.quietHoursOver.includes(channel))).toEqual(['post']);
    const letter = of('service', 'post');
    given().inContext(registered, nights).when(make(letter), night).then(made(letter, night));
  });

  it('an objection holds over its channel, but not against collection and what the law requires', () => {
    const objections = PURPOSES.map((purpose) => ConsentWithdrawn.event({ customerId, channel: 'phone', purpose }));
    expect(refusedFor([], [registered, ...objections])).toEqual(['sales', 'service', 'notice', 'other']);
  });
});
