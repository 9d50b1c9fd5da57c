import { useQueries } from '@tanstack/react-query';
import { searchPage } from '../api/list.js';
import { useMay } from '../session/use-session.js';

type Row = { readonly customerId: string; readonly name: string | null };

const MOST = 100; // values that a filter takes

const inParts = (ids: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(ids.length / MOST) }, (_, part) => ids.slice(part * MOST, (part + 1) * MOST));

/**
 * The name of a customer by id, of those that pages of records refer to: read at once for a page. `undefined` while it is read;
 * the id of a customer whom the user may not see.
 */
export const useCustomerNames = (
  pages: readonly (readonly string[])[],
): ((customerId: string) => string | undefined) => {
  const may = useMay()('customers.read');
  const parts = pages.flatMap((ids) => inParts([...new Set(ids)].toSorted()));
  const found = useQueries({
    queries: parts.map((customer) => ({
      queryKey: ['customers', 'names', customer],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        searchPage<Row>('/v1/customers', { customer, limit: MOST }, signal),
      enabled: may,
      staleTime: 5 * 60_000,
    })),
  });
  const names = new Map(
    found.flatMap(({ isLoading, data }, part) => (isLoading ? [] : named(parts[part]!, data?.items))),
  );
  return (customerId) => names.get(customerId);
};

const named = (ids: readonly string[], rows: readonly Row[] = []): readonly (readonly [string, string])[] => [
  ...ids.map((id) => [id, id] as const),
  ...rows.map(({ customerId, name }) => [customerId, name ?? customerId] as const),
];
