import type { CustomerView } from './data.js';

/** What tells two customers of one name apart: the code, or the id. */
export const markOf = ({ profile: { code }, customerId }: CustomerView): string => code ?? customerId;

/** The name of a customer with that. */
export const markedName = (customer: CustomerView): string => {
  const { name } = customer.profile;
  return name === undefined ? customer.customerId : `${name} (${markOf(customer)})`;
};
