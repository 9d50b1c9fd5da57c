import {
  customerProblems,
  customerStream,
  filesIn,
  knownCustomer,
  NOT_KNOWN,
  type KnownCustomer,
} from '@annals/contracts-customers';
import type { ContextStream } from '@annals/event-sourcing';
import { accountProblems } from './accounts.problems.js';

type AboutCustomer = { readonly customerId: string };

/** The customer that a command names; `others` are that of its record and those into whom they are merged. */
export type NamedCustomer = KnownCustomer & { readonly others?: readonly KnownCustomer[] };

/** What is known of a customer and then of others. */
export const withOther = (named: NamedCustomer, { others = [], ...other }: NamedCustomer): NamedCustomer => ({
  ...named,
  others: [...(named.others ?? []), other, ...others],
});

/** The streams of those into whom the customers are merged. */
export const survivorStreams = ({ others = [], ...named }: NamedCustomer): readonly string[] =>
  [named, ...others].flatMap(({ survivorId }) => (survivorId === null ? [] : [customerStream(survivorId)]));

/** The customer that a command names, and that of its record if it is another one. */
export const customerIsKnown: ContextStream<AboutCustomer, { readonly customerId: string | null }, NamedCustomer> = {
  stream: ({ customerId }, record) => [customerId, record.customerId ?? customerId].map(customerStream),
  initial: NOT_KNOWN,
  evolve: knownCustomer,
  join: withOther,
  further: survivorStreams,
};

/** Whether two of the known customers are one, also by way of others. */
const areOne = ({ others = [], ...named }: NamedCustomer, one: string, other: string): boolean => {
  const files = [named, ...others].map((known) =>
    [known.customerId, known.survivorId, ...filesIn(known)].filter((id) => id !== null),
  );
  const reached = files.reduce(
    (found) => {
      const further = files.filter((each) => each.some((id) => found.has(id)));
      return new Set([...found, ...further.flat()]);
    },
    new Set([one]),
  );
  return reached.has(other);
};

/**
 * The command, about the customer of the record if that is merged with the one that it names: other systems may know either.
 * Rejects with `CustomerDiffers` if the record belongs to another customer, and with `CustomerNotRegistered`.
 */
export const ofItsCustomer = <Command extends AboutCustomer>(
  command: Command,
  known: string | null,
  customer: NamedCustomer,
): Command => {
  const { customerId } = command;
  const isOther = known !== null && known !== customerId;
  if (isOther && !areOne({ ...customer, customerId }, customerId, known))
    accountProblems.reject('CustomerDiffers', { customerId });
  if (!customer.isRegistered) customerProblems.rejectReference('CustomerNotRegistered', { customerId });
  return isOther ? { ...command, customerId: known } : command;
};
