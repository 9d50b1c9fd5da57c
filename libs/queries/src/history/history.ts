import type { Condition, Cursor, RecordedEvent } from '@annals/event-sourcing';
import type { Answer, Freshness, Views } from '@annals/projecting';
import { auditEntries } from '@annals/projections-audit';

const PAGE = 1_000; // events

/** Every event of a customer over all its streams, in log order, that meets the conditions. */
export const wholeHistory = async (
  views: Views,
  customerId: string,
  conditions: readonly Condition[],
  fresh?: Freshness,
): Promise<Answer<readonly RecordedEvent[]>> => {
  const where = [{ field: 'customer', is: customerId }, ...conditions];
  const events: RecordedEvent[] = [];
  let first: { position: number; stale: boolean } | undefined;
  let after: Cursor | undefined;
  do {
    const query = { where, sort: { field: 'position' }, limit: PAGE, after };
    const { value, position, stale } = await views.find(auditEntries, query, fresh);
    first ??= { position, stale };
    events.push(...value.items.map(({ document }) => document));
    after = value.next ?? undefined;
  } while (after);
  return { ...first, value: events };
};
