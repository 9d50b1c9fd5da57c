import type { Contact } from '@annals/contracts-contacts';
import type { Purpose } from '@annals/contracts-values';
import { permissionFor, type Wishes } from './addressee.js';
import { contactProblems } from './contact.problems.js';
import { clockAt, isQuiet } from './quiet-hours.js';

const { reject } = contactProblems;

const DAY = 86_400_000; // ms

/** An outbound contact to record, the customer's wishes at that time, and earlier contacts. */
export type Outbound = {
  readonly contact: Contact;
  readonly wishes: Wishes;
  readonly earlier: readonly Contact[];
  readonly consentRequiredFor: readonly Purpose[];
};

/** Throws a `Rejection` with the code of the first rule that the contact would break. */
export const refuseUnwanted = (outbound: Outbound): void => {
  for (const rule of [doNotContact, consent, quietHours, frequencyCap]) rule(outbound);
};

const doNotContact = ({ wishes }: Outbound) => {
  if (wishes.preference?.doNotContact) reject('DoNotContact');
};

const consent = ({ contact, wishes, consentRequiredFor }: Outbound) => {
  const { channel, purpose, contactedAt } = contact;
  const permission = permissionFor(wishes, contact);
  if (permission?.given === false) reject('ConsentWithdrawn', { channel, purpose });
  if (!consentRequiredFor.includes(purpose)) return;
  const { expiresAt } = permission ?? reject('ConsentMissing', { channel, purpose });
  if (expiresAt && Date.parse(expiresAt) <= Date.parse(contactedAt))
    reject('ConsentExpired', { channel, purpose, expiresAt });
};

const quietHours = ({ contact, wishes }: Outbound) => {
  const hours = wishes.preference?.quietHours;
  const at = new Date(contact.contactedAt);
  if (hours && isQuiet(hours, at)) reject('QuietHours', { ...hours, clock: clockAt(at, hours.timeZone) });
};

const frequencyCap = ({ contact, wishes, earlier }: Outbound) => {
  const cap = wishes.preference?.frequencyCap;
  if (!cap) return;
  const until = Date.parse(contact.contactedAt);
  const since = until - cap.days * DAY;
  const times = earlier
    .filter(({ direction }) => direction === 'outbound')
    .map(({ contactedAt }) => Date.parse(contactedAt));
  const made = times.filter((time) => time > since && time <= until).length;
  if (made >= cap.contacts) reject('FrequencyCapReached', { ...cap, made });
};
