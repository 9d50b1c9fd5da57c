import { z } from 'zod';
import { DECIMAL } from './decimal.js';

/** An instant, as `toISOString()` writes it. */
export const instant = z.iso.datetime();

/** A day, `2026-01-31`. */
export const day = z.iso.date();

/** An IANA time zone such as `Asia/Shanghai`. */
export const timeZone = z
  .string()
  .max(100)
  .refine((name) => isTimeZone(name), 'is no time zone');

/** Short text that is no personal data. */
export const label = z.string().min(1).max(200);

/** Metadata of a field that holds data of the customer whose `customerId` stands beside it or around it. */
export const ofCustomer = { personal: { whose: 'customer', by: 'customerId' } } as const;

/** Short text that identifies or describes the customer. */
export const personal = z.string().min(1).max(500).meta(ofCustomer);

/** Free text that somebody wrote about the customer. */
export const personalText = z.string().max(10_000).meta(ofCustomer);

/** A line of free text about the customer, such as a reason: people write names into it. */
export const note = label.meta(ofCustomer);

/** An aggregate's id: a UUID or whatever short key the caller's system uses. */
export const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/);

/** Decimal digits in a string, at most 15 before and 8 after the point. */
export const decimal = z.string().regex(DECIMAL);

/** `currency` is an ISO 4217 code. */
export const money = z.strictObject({ amount: decimal, currency: z.string().regex(/^[A-Z]{3}$/) });
export type Money = z.infer<typeof money>;

/** Somebody of the company: a user's id, and the name as it was then. */
export const staff = z.strictObject({
  id,
  name: label.meta({ personal: { whose: 'employee', by: 'id' } }).optional(),
});
export type Staff = z.infer<typeof staff>;

export const CHANNELS = ['in-person', 'phone', 'call-centre', 'email', 'sms', 'web', 'fax', 'post', 'partner'] as const;
export const channel = z.enum(CHANNELS);
export type Channel = z.infer<typeof channel>;

export const PURPOSES = ['sales', 'service', 'marketing', 'survey', 'collection', 'notice', 'other'] as const;
export const purpose = z.enum(PURPOSES);
export type Purpose = z.infer<typeof purpose>;

const attributeValue = z.union([z.string().max(2_000), z.number(), z.boolean()]);

/** What a company wants to know beyond the declared fields; personal as a whole, since nobody knows what it will hold. */
export const attributes = z.record(z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/), attributeValue).meta(ofCustomer);
export type Attributes = z.infer<typeof attributes>;

const isTimeZone = (name: string) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};
