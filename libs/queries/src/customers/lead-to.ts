import type { ReadContext } from '@annals/access';
import { queryProblems } from '../queries.problems.js';

/** A read about a customer. */
export type LeadAsked = {
  readonly customerId: string;
  /** Path and query of the request. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
};

const CUSTOMER = /^(\/v1\/customers\/)[^/?]+/;

/** Leads a read about a merged customer to the same read about the survivor, for as long as the merge holds; one about the survivor goes on. */
export const leadTo = (survivorId: string, { customerId, url, headers }: LeadAsked): void => {
  if (survivorId === customerId) return;
  const Location = url.replace(CUSTOMER, (_, path: string) => `${path}${encodeURIComponent(survivorId)}`);
  queryProblems.fail('CustomerMergedInto', { id: customerId, survivorId }, { ...headers, Location });
};

/** Does so for a customer that is merged now. */
export const leadToSurvivor = async (context: ReadContext, asked: LeadAsked): Promise<void> => {
  const [survivorId = asked.customerId] = await context.ledTo([asked.customerId]);
  leadTo(survivorId, asked);
};
