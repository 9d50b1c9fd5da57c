import { knownCustomer } from '@annals/contracts-customers';
import type { Around } from './complaint.types.js';

/** A complaint of a merged customer is one of the survivor, so that none is lost. */
export const forSurvivor = <Command extends { readonly customerId: string }>(
  command: Command,
  { customer }: Around,
): Command => (customer.survivorId === null ? command : { ...command, customerId: customer.survivorId });

/** The steps of what is known of the customer. */
export const aboutCustomer = Object.fromEntries(
  Object.entries(knownCustomer).map(([type, step]) => [
    type,
    (around: Around, data: never): Around => ({ ...around, customer: step(around.customer, data) }),
  ]),
);
