import { Contract, type EventOf } from '@annals/event-sourcing';
import { customerId, day, field, instant, label, note, staff } from '@annals/contracts-values';
import { z } from 'zod';
import { change, changeV1 } from './field-change.js';
import { changeWithPartIds, withPartIds } from './part-ids.js';
import { profile, profileV1 } from './profile.js';
import { mergingContracts } from './merging.js';
import { CustomerWithdrawn } from './withdrawal.js';
import { ConsentExpired, ConsentGiven, ConsentWithdrawn } from './wishes.js';
import { ContactPreferenceSet, NeedClosed, NeedEnded, NeedRecorded } from './wishes.js';

export * from './customers.problems.js';
export * from './dated-profile.js';
export { asFieldChange, recordedChange, type FieldChange, type RecordedChange } from './field-change.js';
export * from './profile.js';
export { ADDRESSES, CONTACT_PERSONS, personIdOf } from './profile-parts.js';
export { givenAddress, givenContactPerson, MOST_PARTS } from './profile-parts.js';
export * from './identifiers.js';
export * from './known-customer.js';
export * from './merging.js';
export * from './stream.js';
export * from './wishes.js';
export * from './with-changes.js';
export * from './withdrawal.js';
export * from './profile-path.js';

// Names and fields below are on disk: add a version, never edit one.

const about = { customerId };

/** Why a customer was lost or won back. */
export const lossReason = field(note, { en: 'Reason', zh: '原因' }, { example: 'A better offer.' });
export const competitor = field(label, { en: 'Competitor', zh: '竞争对手' }, { example: 'Other Power Ltd' });
export const owner = field(staff, { en: 'Owner', zh: '负责人' }, { example: { id: 'li.na' } });
const previous = field(staff.nullable(), { en: 'Owner before', zh: '原负责人' }, { example: null });

const profileWords = { en: 'Profile', zh: '资料' };

export const CustomerRegistered = Contract.of('CustomerRegistered', { en: 'Customer registered', zh: '客户已登记' })
  .v1(z.object({ ...about, profile: field(profileV1, profileWords) }))
  .next(z.object({ ...about, profile: field(profile, profileWords) }), ({ customerId, profile }) => ({
    customerId,
    profile: withPartIds(customerId, profile),
  }));

export const changeSource = field(note, { en: 'Source', zh: '来源' }, { example: 'call centre' });
export const effectiveDate = field(day, { en: 'Effective date', zh: '生效日期' }, { example: '2026-02-01' });

const changesWords = { en: 'Changes', zh: '变更内容' };
const why = {
  reason: field(note.nullable(), { en: 'Reason', zh: '原因' }, { example: 'The customer called.' }),
  source: changeSource.nullable(),
  effectiveDate,
};

/** The sequence number of a customer's changes that take effect later. */
export const changeNumber = field(
  z.number().int().min(1),
  { en: 'Number of the change', zh: '变更序号' },
  { example: 1 },
);

/**
 * With a `number` the change takes effect on its effective date, with the event `DataChangeTookEffect`; without it at once.
 * Version 1 applied every change at once, whatever its effective date.
 */
export const CustomerDataChanged = Contract.of('CustomerDataChanged', { en: 'Customer data changed', zh: '资料变更' })
  .v1(z.object({ ...about, changes: field(z.array(changeV1).min(1), changesWords), ...why }))
  .next(
    z.object({
      ...{ ...about, changes: field(z.array(change).min(1), changesWords), ...why },
      number: changeNumber.optional(),
    }),
    ({ changes, ...data }) => ({
      ...data,
      changes: changes.map((each) => changeWithPartIds(data.customerId, each)),
    }),
  );

/** The effective date of a change has been reached. `changes` are the actual changes: values may have changed since it was recorded. */
export const DataChangeTookEffect = Contract.of('DataChangeTookEffect', {
  en: 'Data change took effect',
  zh: '资料变更已生效',
}).v1(z.object({ ...about, number: changeNumber, effectiveDate, changes: field(z.array(change), changesWords) }));

export const OwnerAssigned = Contract.of('OwnerAssigned', { en: 'Owner assigned', zh: '负责人已指定' }).v1(
  z.object({ ...about, owner, previous }),
);

export const CustomerLost = Contract.of('CustomerLost', { en: 'Customer lost', zh: '客户已流失' }).v1(
  z.object({ ...about, reason: lossReason, competitor: competitor.optional() }),
);

export const CustomerWonBack = Contract.of('CustomerWonBack', { en: 'Customer won back', zh: '客户已赢回' }).v1(
  z.object({ ...about, reason: lossReason }),
);

export const lastActivityAt = field(
  instant,
  { en: 'Last activity', zh: '最近活动' },
  { example: '2026-01-05T09:00:00.000Z' },
);
export const silentDays = field(z.number().int().min(1), { en: 'Silent days', zh: '无活动天数' }, { example: 180 });

/** The customer had no activity for `silentDays` days after `lastActivityAt`. */
export const CustomerFellSilent = Contract.of('CustomerFellSilent', {
  en: 'Customer fell silent',
  zh: '客户长期无活动',
}).v1(z.object({ ...about, lastActivityAt, silentDays }));

export const customerContracts = [
  CustomerRegistered,
  CustomerDataChanged,
  DataChangeTookEffect,
  OwnerAssigned,
  NeedRecorded,
  NeedEnded,
  NeedClosed,
  ContactPreferenceSet,
  ConsentGiven,
  ConsentWithdrawn,
  ConsentExpired,
  CustomerLost,
  CustomerWonBack,
  CustomerFellSilent,
  CustomerWithdrawn,
  ...mergingContracts,
] as const;
export type CustomerEvent = EventOf<(typeof customerContracts)[number]>;
