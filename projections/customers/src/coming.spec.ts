import { fieldsOf, project, type Event } from '@annals/event-sourcing';
import { anyLogOf, projectionContract, recorded } from '@annals/testing';
import fc from 'fast-check';
import { closed, consented, customerId, dated, ended, expired, needed, registered } from '../test/dated.js';
import { renamed, tookEffect, withdrawn } from '../test/dated.js';
import { coming } from './coming.js';

const after = (...events: Event[]) => Object.fromEntries(project(coming, recorded(events)));
const expiresAt = '2028-01-01T00:00:00Z';

describe('what comes', () => {
  it('is a change on its effective date, until it has taken effect', () => {
    const known = [registered, renamed('At once', '2026-01-01'), renamed('Soon', '2026-07-01', 1)];
    expect(after(...known)).toEqual({
      'u-1/change/000001': {
        ...{ customerId, what: { kind: 'change', number: 1 }, dueOn: '2026-07-01', dueAt: null },
        cause: 'event-2',
      },
    });
    expect(after(...known, tookEffect('Soon', '2026-07-01', 1))).toEqual({});
  });

  it('is the end of a need, the day after its last one', () => {
    expect(after(needed('n-1'), needed('n-2', '2026-09-30'))).toEqual({
      'u-1/need/n-2': {
        ...{ customerId, what: { kind: 'need', needId: 'n-2' }, dueOn: '2026-10-01', dueAt: null },
        cause: 'event-1',
      },
    });
    expect(after(needed('n-2', '2026-09-30'), ended('n-2', '2026-09-30'))).toEqual({});
  });

  it('is the end of a consent, with its last words', () => {
    const what = { kind: 'consent', channel: 'email', purpose: 'marketing', expiresAt } as const;
    const since = '2026-01-01T00:00:00.000Z';
    const end = { customerId, what, dueOn: null, dueAt: '2028-01-01T00:00:00.000Z', since };
    expect(after(consented(expiresAt))).toEqual({ 'u-1/consent/email/marketing': { ...end, cause: 'event-0' } });
    expect(after(consented(expiresAt), consented())).toEqual({});
    expect(after(consented(expiresAt), withdrawn)).toEqual({});
    expect(after(consented(expiresAt), expired(expiresAt))).toEqual({});
  });

  it('is not changed by what was said before, or by the end of an earlier consent', () => {
    const [given] = recorded([consented(expiresAt)], { occurredAt: '2026-03-01T00:00:00.000Z' });
    const log = [given!, ...recorded([withdrawn, expired('2027-01-01T00:00:00Z')])];
    expect([...project(coming, log).keys()]).toEqual(['u-1/consent/email/marketing']);
  });

  it('ends with a need that is closed before', () =>
    expect(after(needed('n-2', '2026-09-30'), closed('n-2'))).toEqual({}));

  it('keeps the consents of contact persons and the customer apart', () => {
    const ofPerson = consented(expiresAt, 'u-1:p1');
    const known = after(consented(expiresAt), ofPerson);
    expect(Object.keys(known)).toEqual(['u-1/consent/email/marketing', 'u-1/consent/email/marketing/u-1:p1']);
    expect(known).toMatchObject({ 'u-1/consent/email/marketing/u-1:p1': { what: { personId: 'u-1:p1' } } });
    expect(Object.keys(after(consented(expiresAt), ofPerson, withdrawn))).toEqual([
      'u-1/consent/email/marketing/u-1:p1',
    ]);
  });

  it('has one cause each time that it is made known', () => {
    const again = after(consented(expiresAt), expired(expiresAt), consented(expiresAt));
    expect(again).toMatchObject({ 'u-1/consent/email/marketing': { cause: 'event-2' } });
  });

  it('is found by its day or its moment', () => {
    const [need] = [...project(coming, recorded([needed('n-2', '2026-09-30')])).values()];
    expect(fieldsOf(coming, need!)).toEqual({ dueOn: '2026-10-01', dueAt: null });
  });

  projectionContract(coming, anyLogOf(fc.constantFrom(...dated)));
});
