import { daysIn } from '@annals/analytics';
import {
  CustomerDataChanged,
  CustomerRegistered,
  DataChangeTookEffect,
  type FieldChange,
  type ProfileChanges,
} from '@annals/contracts-customers';
import { scenarios } from '@annals/testing';
import { customer } from './customer.decider.js';

const given = scenarios(customer(daysIn('Asia/Shanghai')));
const MORNING = new Date('2026-01-05T22:30:00Z'); // the 6th, 06:30, in Shanghai

const customerId = 'u-1';
const profile = { kind: 'organisation', name: 'Old', roles: ['prospect' as const], phone: '555' } as const;
const registered = CustomerRegistered.event({ customerId, profile: { ...profile, roles: [...profile.roles] } });

const change = (changes: ProfileChanges, effectiveDate?: string) =>
  ({ type: 'ChangeData', customerId, changes, ...(effectiveDate && { effectiveDate }) }) as const;
const apply = (number: number) => ({ type: 'ApplyDataChange', customerId, number }) as const;

const field = (name: string, before: string | null, after: string | null): FieldChange => ({
  field: name,
  before,
  after,
});
const changed = (effectiveDate: string, changes: FieldChange[], number?: number) =>
  CustomerDataChanged.event({ customerId, changes, reason: null, source: null, effectiveDate, number });
const tookEffect = (number: number, effectiveDate: string, changes: FieldChange[]) =>
  DataChangeTookEffect.event({ customerId, number, effectiveDate, changes });

const renamed = changed('2030-01-01', [field('name', 'Old', 'New')], 1);

describe('a change of data', () => {
  it('applies at once without a date, with the current day in the company’s time zone', () =>
    given(registered)
      .when(change({ name: 'New' }), MORNING)
      .then(changed('2026-01-06', [field('name', 'Old', 'New')])));

  it.each(['2026-01-06', '2020-01-01'])('applies at once for today and for past days: %s', (day) =>
    given(registered)
      .when(change({ name: 'New' }, day), MORNING)
      .then(changed(day, [field('name', 'Old', 'New')])),
  );

  it('waits for a later day', () => {
    given(registered)
      .when(change({ name: 'New' }, '2026-01-07'), MORNING)
      .then(changed('2026-01-07', [field('name', 'Old', 'New')], 1));
  });

  it('leaves the profile unchanged until its day', () =>
    given(registered, renamed)
      .when(change({ name: 'Other' }))
      .then(changed('2026-01-05', [field('name', 'Old', 'Other')])));

  it('is compared with the profile as it will be on its day', () => {
    const then = given(registered, renamed);
    then.when(change({ name: 'New' }, '2030-06-01')).thenRejected('DataAlreadyChanged', { customerId });
    then.when(change({ name: 'Old' }, '2030-06-01')).then(changed('2030-06-01', [field('name', 'New', 'Old')], 2));
    then.when(change({ name: 'New' }, '2029-06-01')).then(changed('2029-06-01', [field('name', 'Old', 'New')], 2));
  });

  it('is silent when repeated', () =>
    given(registered, renamed)
      .when(change({ name: 'New' }, '2030-01-01'))
      .thenNothing());

  it('never turns an organisation into a person, not even later', () =>
    given(registered)
      .when(change({ kind: 'person' }, '2030-01-01'))
      .thenRejected('CustomerKindNeverChanges', { kind: 'organisation' }));

  it('is refused when fifty others are pending', () => {
    const others = Array.from({ length: 50 }, (_, index) =>
      changed('2030-01-01', [field('phone', null, `${index}`)], index + 1),
    );
    given(registered, ...others)
      .when(change({ name: 'New' }, '2030-01-01'))
      .thenRejected('TooManyChangesToCome', { most: 50 });
  });

  it('takes effect in order of effective dates, even if the clock is late', () =>
    given(registered, renamed)
      .when(change({ name: 'Newest' }), new Date('2030-01-01T08:00:00Z'))
      .then(
        tookEffect(1, '2030-01-01', [field('name', 'Old', 'New')]),
        changed('2030-01-01', [field('name', 'New', 'Newest')]),
      ));
});

describe('the effective date of a change', () => {
  it('applies it to the profile at that time', () =>
    given(registered, renamed, changed('2026-03-01', [field('name', 'Old', 'Other')]))
      .when(apply(1))
      .then(tookEffect(1, '2030-01-01', [field('name', 'Other', 'New')])));

  it('is recorded even if nothing is left to change', () =>
    given(registered, renamed, changed('2026-03-01', [field('name', 'Old', 'New')]))
      .when(apply(1))
      .then(tookEffect(1, '2030-01-01', [])));

  it('is recorded once, and never for an unknown change', () => {
    given(registered, renamed, tookEffect(1, '2030-01-01', [field('name', 'Old', 'New')]))
      .when(apply(1))
      .thenNothing();
    given(registered, renamed).when(apply(2)).thenNothing();
  });

  it('never reuses the number of a change', () =>
    given(registered, renamed, tookEffect(1, '2030-01-01', [field('name', 'Old', 'New')]))
      .when(change({ phone: null }, '2031-01-01'))
      .then(changed('2031-01-01', [field('phone', '555', null)], 2)));
});
