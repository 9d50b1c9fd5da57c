import {
  customerProblems,
  customerStream,
  isOneWith,
  knownCustomer,
  NOT_KNOWN,
  type KnownCustomer,
} from '@annals/contracts-customers';
import type { ContextStream } from '@annals/event-sourcing';
import { accountProblems } from './accounts.problems.js';

type AboutCustomer = { readonly customerId: string };

/** The customer that a command names. */
export const customerIsKnown: ContextStream<AboutCustomer, unknown, KnownCustomer> = {
  stream: ({ customerId }) => customerStream(customerId),
  initial: NOT_KNOWN,
  evolve: knownCustomer,
};

/**
 * The command, about the customer of the record if that is merged with the one that it names: other systems may know either.
 * Rejects with `CustomerDiffers` if the record belongs to another customer, and with `CustomerNotRegistered`.
 */
export const ofItsCustomer = <Command extends AboutCustomer>(
  command: Command,
  known: string | null,
  customer: KnownCustomer,
): Command => {
  const { customerId } = command;
  const isOther = known !== null && known !== customerId;
  if (isOther && !isOneWith(customer, known)) accountProblems.reject('CustomerDiffers', { customerId });
  if (!customer.isRegistered) customerProblems.rejectReference('CustomerNotRegistered', { customerId });
  return isOther ? { ...command, customerId: known } : command;
};
