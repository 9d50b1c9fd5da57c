import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { onPosition } from '../api/client.js';
import { concerns, withSurvivors, type Survivor } from '../api/concerns.js';
import { changedIn, noteChange, type ListedRow } from '../api/list-changes.js';
import { follow, type LiveEvent } from '../api/live.js';
import { useMay, useSession } from './use-session.js';

const TOGETHER = 300; // ms in which events are gathered
const MOST = 12; // readings until a view that is behind is left alone

/** The customers that are kept as they were read. */
const customersIn = (client: QueryClient): readonly Survivor[] =>
  client.getQueriesData<Survivor>({ queryKey: ['customer'] }).flatMap(([, data]) => data ?? []);

type Read = { readonly items?: readonly ListedRow[]; readonly pages?: readonly Read[] };

const rowsIn = (read: Read | undefined): readonly ListedRow[] => read?.pages?.flatMap(rowsIn) ?? read?.items ?? [];

/** Notes which of the lists that are shown have changed. */
const noteIn = (client: QueryClient, event: LiveEvent, isOwn: boolean): void => {
  for (const { meta, state } of client.getQueryCache().findAll({ type: 'active' })) {
    const list = meta?.['list'];
    if (typeof list !== 'string') continue;
    const record = changedIn(list, rowsIn(state.data as Read | undefined), event);
    if (record !== undefined) noteChange(list, record, { position: event.position, isOwn });
  }
};

/** Reads again what events concern; once more, later each time, while a view has not come to them. */
const reading = (client: QueryClient) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: readonly LiveEvent[] = [];
  const read = async (attempt: number) => {
    const [events, last] = [waiting, Math.max(...waiting.map(({ position }) => position))];
    [waiting, timer] = [[], undefined];
    let isBehind = false;
    const stop = onPosition((position) => (isBehind ||= position < last));
    await client.invalidateQueries({ predicate: ({ queryKey }) => events.some((event) => concerns(queryKey, event)) });
    stop();
    if (isBehind && attempt < MOST) plan(events, attempt + 1);
  };
  const plan = (events: readonly LiveEvent[], attempt = 1) => {
    waiting = [...waiting, ...events];
    timer ??= setTimeout(() => void read(attempt), TOGETHER * attempt);
  };
  return { plan, stop: () => clearTimeout(timer) };
};

/** Shows what others do, as far as the user may see it, on the page of the customer or record that is open, and tells lists. */
export const useLive = (): void => {
  const [client, may, { userId }] = [useQueryClient(), useMay(), useSession()];
  const isAllowed = may('events.read');
  useEffect(() => {
    if (!isAllowed) return undefined;
    const reader = reading(client);
    let end: (() => void) | undefined;
    // What was read before is no older than the first answer.
    const stop = onPosition((position) => {
      stop();
      end = follow(position, (received) => {
        const event = withSurvivors(received, customersIn(client));
        noteIn(client, event, event.actor === userId);
        reader.plan([event]);
      });
    });
    return () => {
      stop();
      end?.();
      reader.stop();
    };
  }, [client, isAllowed, userId]);
};
