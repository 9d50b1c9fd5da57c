import { customerProblems, customerStream } from '@annals/contracts-customers';
import type { ContextStream } from '@annals/event-sourcing';
import { accountProblems } from './accounts.problems.js';

type AboutCustomer = { readonly customerId: string };

/** Whether the customer that a command names is registered. */
export const customerIsKnown: ContextStream<AboutCustomer, unknown, boolean> = {
  stream: ({ customerId }) => customerStream(customerId),
  initial: false,
  evolve: { CustomerRegistered: () => true, CustomerWithdrawn: () => false },
};

/**
 * Rejects with `CustomerDiffers` if the record belongs to another customer than the command names, and with
 * `CustomerNotRegistered`.
 */
export const expectCustomer = ({ customerId }: AboutCustomer, known: string | null, isRegistered: boolean): void => {
  if (known !== null && known !== customerId) accountProblems.reject('CustomerDiffers', { customerId });
  if (!isRegistered) customerProblems.rejectReference('CustomerNotRegistered', { customerId });
};
