import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';
import type { HistoryEntry } from '../../design/event.js';
import type { components } from '../../generated/api.js';
import { useMay } from '../../session/use-session.js';
import type { Axis, Moment } from './moment.js';

export type CustomerView = components['schemas']['CustomerView'];
export type LifecycleChange = components['schemas']['LifecycleChange'];

const PAGE = 1_000; // events
const MOST = 10; // pages

/** The page of a customer at the moment that is shown. */
export const useCustomer = (customerId: string, { asOf, axis }: Pick<Moment, 'asOf' | 'axis'>) =>
  useQuery({
    queryKey: ['customer', customerId, asOf, asOf === undefined ? undefined : axis],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/v1/customers/{customerId}', {
          params: { path: { customerId }, query: asOf === undefined ? {} : { asOf, axis } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });

const allEvents = async (customerId: string, signal: AbortSignal): Promise<readonly HistoryEntry[]> => {
  const events: HistoryEntry[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < MOST; page += 1) {
    const query = {
      limit: PAGE,
      order: 'desc' as const,
      merged: 'true' as const,
      ...(cursor === null ? {} : { cursor }),
    };
    const found: components['schemas']['HistoryPage'] = await answerOf(
      api.GET('/v1/customers/{customerId}/history', { params: { path: { customerId }, query }, signal }),
    );
    events.push(...found.items);
    cursor = found.next;
    if (cursor === null) break;
  }
  return events;
};

/** Every event of a customer and of those who are merged into it, newest first, at most ten thousand; `undefined` without the right. */
export const useHistory = (customerId: string): readonly HistoryEntry[] | undefined => {
  const may = useMay();
  return useQuery({
    queryKey: ['history', customerId],
    queryFn: ({ signal }) => allEvents(customerId, signal),
    enabled: may('history.read'),
  }).data;
};

export const useLifecycle = (customerId: string) =>
  useQuery({
    queryKey: ['lifecycle', customerId],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/v1/customers/{customerId}/lifecycle', { params: { path: { customerId } }, signal })),
    retry: false,
  }).data;

/** When an event counts: when it was recorded, or when it happened. */
export const timeOf = (event: HistoryEntry, axis: Axis): string =>
  axis === 'recorded' ? event.recordedAt : event.occurredAt;
