import type { Configuration } from '@annals/configuration';
import type { Answer, Freshness, Views } from '@annals/projecting';
import { customerList } from '@annals/projections-customers';
import { folded } from '@annals/text';

const MOST = 10;

/**
 * The ids of the customers whose files have a code, which is their number in another system; more than one if it was
 * given twice. Letters compare without regard to case and width.
 */
export const customersByCode = async (
  views: Views,
  company: Pick<Configuration, 'calendar' | 'lifecycle' | 'phoneRegion'>,
  code: string,
  fresh?: Freshness,
): Promise<Answer<readonly string[]>> => {
  const query = { where: [{ field: 'code', is: folded(code) }], sort: { field: 'code' }, limit: MOST };
  const { value, ...state } = await views.find(customerList(company), query, fresh);
  return { ...state, value: value.items.map(({ document }) => document.customerId) };
};
