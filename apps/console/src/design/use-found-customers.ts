import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { searchPage } from '../api/list.js';
import type { components } from '../generated/api.js';
import { useMay } from '../session/use-session.js';
import { useDebounced } from './list/use-debounced.js';

type Row = components['schemas']['CustomerRow'];

/**
 * The first customers by name, code or phone; `undefined` until something is typed and answered, and without the right. What is
 * searched stays out of the address.
 */
export const useFoundCustomers = (words: string, limit: number): readonly Row[] | undefined => {
  const [may, typed] = [useMay(), words.trim()];
  const q = useDebounced(typed);
  const { data } = useQuery({
    queryKey: ['find', q, limit],
    queryFn: ({ signal }) => searchPage<Row>('/v1/customers', { q, limit }, signal),
    enabled: q !== '' && may('customers.read'),
    placeholderData: keepPreviousData,
  });
  return typed === '' ? undefined : data?.items;
};
