import { Contract, type EventOf } from '@annals/event-sourcing';
import { channel, day, id, instant, label, note, ofCustomer, personalText } from '@annals/contracts-values';
import { purpose, staff, timeZone } from '@annals/contracts-values';
import { z } from 'zod';
import { profile } from './profile.js';

export * from './customers.problems.js';
export * from './profile.js';
export * from './with-changes.js';
export * from './profile-path.js';

// Names and fields below are on disk: add a version, never edit one.

const about = { customerId: id };

export const CustomerRegistered = Contract.of('CustomerRegistered').v1(z.object({ ...about, profile }));

/** Any JSON value of a profile field; `null` stands for "not known". */
const fieldValue = z.json().meta(ofCustomer);

/** `field` is a path of the profile: `phone`, `geographic.country`, `attributes.meterType`. */
const change = z.object({ field: label, before: fieldValue, after: fieldValue });
export type FieldChange = z.infer<typeof change>;

export const CustomerDataChanged = Contract.of('CustomerDataChanged').v1(
  z.object({
    ...about,
    changes: z.array(change).min(1),
    reason: note.nullable(),
    source: note.nullable(),
    effectiveDate: day,
  }),
);

export const OwnerAssigned = Contract.of('OwnerAssigned').v1(
  z.object({ ...about, owner: staff, previous: staff.nullable() }),
);

export const need = z.object({
  needId: id,
  description: personalText,
  duration: z.enum(['lasting', 'temporary']),
  product: label.optional(),
  until: day.optional(),
});
export type Need = z.infer<typeof need>;

export const NeedRecorded = Contract.of('NeedRecorded').v1(z.object({ ...about, ...need.shape }));

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** From a time of day to another, the latter excluded; may span midnight. */
const quietHours = z
  .strictObject({ from: clockTime, to: clockTime, timeZone })
  .refine(({ from, to }) => from !== to, 'begin and end at the same time');
export type QuietHours = z.infer<typeof quietHours>;

/** At most so many outbound contacts in any so many days. */
const frequencyCap = z.strictObject({
  contacts: z.number().int().min(0),
  days: z.number().int().min(1).max(366),
});

export const contactPreference = z.object({
  preferredChannel: channel.optional(),
  language: label.optional(),
  doNotContact: z.boolean(),
  quietHours: quietHours.optional(),
  frequencyCap: frequencyCap.optional(),
  contactEveryDays: z.number().int().min(1).max(3660).optional(),
});
export type ContactPreference = z.infer<typeof contactPreference>;

export const ContactPreferenceSet = Contract.of('ContactPreferenceSet').v1(
  z.object({ ...about, preference: contactPreference }),
);

/** `expiresAt` ends it; without one it holds until it is withdrawn. */
export const consent = z.object({
  channel,
  purpose,
  evidence: personalText.optional(),
  expiresAt: instant.optional(),
});
export type Consent = z.infer<typeof consent>;

export const ConsentGiven = Contract.of('ConsentGiven').v1(z.object({ ...about, ...consent.shape }));

/** Also the objection of a customer who never gave a consent. */
export const ConsentWithdrawn = Contract.of('ConsentWithdrawn').v1(z.object({ ...about, channel, purpose }));

export const CustomerLost = Contract.of('CustomerLost').v1(
  z.object({ ...about, reason: note, competitor: label.optional() }),
);

export const CustomerWonBack = Contract.of('CustomerWonBack').v1(z.object({ ...about, reason: note }));

/** Time alone has passed: nothing was heard of the customer for so long after `lastActivityAt`. */
export const CustomerFellSilent = Contract.of('CustomerFellSilent').v1(
  z.object({ ...about, lastActivityAt: instant, silentDays: z.number().int().min(1) }),
);

export const customerContracts = [
  CustomerRegistered,
  CustomerDataChanged,
  OwnerAssigned,
  NeedRecorded,
  ContactPreferenceSet,
  ConsentGiven,
  ConsentWithdrawn,
  CustomerLost,
  CustomerWonBack,
  CustomerFellSilent,
] as const;
export type CustomerEvent = EventOf<(typeof customerContracts)[number]>;

const reservation = z.object({ kind: label, holder: label });

export const IdentifierReserved = Contract.of('IdentifierReserved').v1(reservation);
export const IdentifierReleased = Contract.of('IdentifierReleased').v1(reservation);
export const identifierContracts = [IdentifierReserved, IdentifierReleased] as const;
