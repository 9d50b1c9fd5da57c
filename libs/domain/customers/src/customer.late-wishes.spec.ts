import { decide, fold, project, type RecordedEvent } from '@annals/event-sourcing';
import type { CustomerEvent } from '@annals/contracts-customers';
import { coming } from '@annals/projections-customers';
import { recorded } from '@annals/testing';
import {
  consent,
  customerId,
  in2010,
  in2012,
  in2015,
  logAfter,
  pageOf,
  register,
  rules,
  withdraw,
} from '../test/dated.js';

const in2013 = '2013-06-01T08:00:00.000Z';
const expire = {
  type: 'ExpireConsent',
  customerId,
  channel: 'email',
  purpose: 'marketing',
  expiresAt: in2013,
} as const;

/** With the end of the consent, as the clock records it. */
const expiredAfter = (log: readonly RecordedEvent<CustomerEvent>[]) => {
  const decided = decide(rules, expire, fold(rules, log), new Date(in2013), undefined);
  return [...log, ...recorded(decided, { occurredAt: in2013, position: log.length + 1, id: 'expired' })];
};

describe('a consent that is recorded after what was said later', () => {
  const objected = logAfter(register(in2010), withdraw(in2015, 'email'), consent(in2012, 'email', in2013));

  it('is no consent now', () => expect(pageOf(objected).consents).toMatchObject([{ given: false, since: in2015 }]));

  it('has an end, once, which changes nothing that was said later', () => {
    expect(project(coming, objected).size).toBe(1);
    const ended = expiredAfter(objected);
    expect(ended).toHaveLength(objected.length + 1);
    expect(expiredAfter(ended)).toEqual(ended);
    expect(project(coming, ended).size).toBe(0);
    expect(pageOf(ended).consents).toEqual(pageOf(objected).consents);
  });

  it('leaves the end of a later consent as it is', () => {
    const later = logAfter(
      register(in2010),
      consent(in2015, 'email', '2030-01-01T00:00:00.000Z'),
      consent(in2012, 'email', in2013),
    );
    expect([...project(coming, later).values()]).toMatchObject([{ dueAt: '2030-01-01T00:00:00.000Z' }]);
    expect([...project(coming, expiredAfter(later)).values()]).toMatchObject([{ dueAt: '2030-01-01T00:00:00.000Z' }]);
  });
});

it('counts an objection of a later time even if the customer has objected before', () => {
  const log = logAfter(
    register(in2010),
    withdraw(in2012, 'email'),
    withdraw(in2015, 'email'),
    consent(in2013, 'email'),
  );
  expect(pageOf(log).consents).toMatchObject([{ given: false, since: in2015 }]);
});
