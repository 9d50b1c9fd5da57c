import { asFieldChange, valueAt, type CustomerEvent, type RecordedChange } from '@annals/contracts-customers';
import { sameContent } from '@annals/contracts-values';
import type { Undoing } from '@annals/event-sourcing';
import type { Customer } from './customer.state.js';
import { valueOf } from './customer.values.js';

/** What of a customer is in no list beside the customer. */
const OWN: readonly string[] = [
  ...['CustomerRegistered', 'CustomerDataChanged', 'DataChangeTookEffect', 'OwnerAssigned', 'ContactPreferenceSet'],
  ...['CustomerLost', 'CustomerWonBack', 'CustomerFellSilent'],
];

const standing = (changes: readonly RecordedChange[], { profile }: NonNullable<Customer>) =>
  changes.map(asFieldChange).filter(({ field, after }) => sameContent(valueAt(profile, field), after));

export const undoing: Undoing<Customer, CustomerEvent> = {
  withdrawn: 'CustomerWithdrawn',
  withdraw: (customer) => customer && { type: 'WithdrawCustomer', fields: { customerId: customer.customerId } },
  // A change that takes effect later waits in a list.
  goesWithIt: ({ type, data }) => OWN.includes(type) && !('number' in data && data.number !== undefined),
  changeBack: {
    CustomerDataChanged: ({ customerId, changes, number }, customer) => {
      const left = customer && number === undefined ? standing(changes, customer) : [];
      const before = Object.fromEntries(left.map(({ field, before }) => [field, before]));
      const partly = left.length < changes.length;
      return left.length > 0 ? { type: 'ChangeData', fields: { customerId, changes: before }, partly } : undefined;
    },
    OwnerAssigned: ({ customerId, owner, previous }, customer) => {
      const isLeft = previous !== null && customer !== null && sameContent(valueOf(customer.owners), owner);
      return isLeft ? { type: 'AssignOwner', fields: { customerId, owner: previous }, partly: false } : undefined;
    },
  },
};
