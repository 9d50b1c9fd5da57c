import { queryProblems } from '../queries.problems.js';
import type { AsOfQuery } from './customers.query.js';

type Asked = {
  readonly customerId: string;
  readonly query: AsOfQuery;
  readonly headers: Readonly<Record<string, string>>;
};

/** Leads from the id of a merged customer to the page of the survivor, for as long as the merge holds. */
export const leadTo = (survivorId: string, { customerId, query, headers }: Asked): never => {
  const { asOf, axis } = query;
  const moment = asOf === undefined ? '' : `?${new URLSearchParams({ asOf, axis }).toString()}`;
  const Location = `/v1/customers/${encodeURIComponent(survivorId)}${moment}`;
  return queryProblems.fail('CustomerMergedInto', { id: customerId, survivorId }, { ...headers, Location });
};
