import type { Configuration } from '@annals/configuration';
import type { Answer, Freshness, Views } from '@annals/projecting';
import { customerList } from '@annals/projections-customers';
import { folded } from '@annals/text';

const MOST = 10;

/**
 * The ids of the customers whose files have a code, which is their number in another system; more than one if it was
 * given twice. The code of a merged customer is one of the survivor. Letters compare without regard to case and width.
 */
export const customersByCode = async (
  views: Views,
  company: Pick<Configuration, 'calendar' | 'lifecycle' | 'phoneRegion'>,
  code: string,
  fresh?: Freshness,
): Promise<Answer<readonly string[]>> => {
  const is = folded(code);
  const reads = ['code', 'mergedCode'].map((field) =>
    views.find(customerList(company), { where: [{ field, is }], sort: { field: 'customer' }, limit: MOST }, fresh),
  );
  const [own, merged] = await Promise.all(reads);
  const items = [own!, merged!].flatMap(({ value }) => value.items);
  const stale = own!.stale || merged!.stale;
  return { ...own!, stale, value: [...new Set(items.map(({ document }) => document.customerId))] };
};
