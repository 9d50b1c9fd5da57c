import { AppendTooLarge, type EventStore, type RecordedEvent } from '@annals/event-sourcing';

const TOGETHER = 10; // events of one stream per append; EventStoreDB accepts at most 1 MiB

type Target = {
  /** As `append`, for events that another log has recorded. */
  adopt(stream: string, expected: number, events: readonly RecordedEvent[]): Promise<unknown>;
};

type Logs = { readonly from: Pick<EventStore, 'readAll'>; readonly to: Target };

/** Copies the events after a position. `show` gets the positions that are done. */
export const copyAfter = async (after: number, { from, to }: Logs, show: (position: number) => void) => {
  for await (const batch of from.readAll(after))
    for (const events of ofOneStream(batch)) {
      requireReadable(events);
      await adopt(to, events);
      show(events[0]!.position);
    }
};

/** What cannot be read cannot be copied, either. */
const requireReadable = (events: readonly RecordedEvent[]) => {
  const flawed = events.find(({ unreadable }) => unreadable);
  if (flawed) throw new Error(`${flawed.unreadable!.message} Nothing from there on was copied; see "annals verify".`);
};

/** An old log may have events that together, or each, are larger than the server accepts at once. */
const adopt = async (to: Target, events: readonly RecordedEvent[]): Promise<void> => {
  const { id, type, stream, revision, position } = events[0]!;
  try {
    await to.adopt(stream, revision - 1, events);
  } catch (error) {
    if (!(error instanceof AppendTooLarge)) throw error;
    if (events.length === 1)
      throw new Error(
        `Event ${id} (${type}) at position ${position}, the ${revision} of ${stream}, is larger than this EventStoreDB accepts. ` +
          'Raise MaxAppendSize of the server, and run the command again.',
        { cause: error },
      );
    for (const event of events) await adopt(to, [event]);
  }
};

function* ofOneStream(events: readonly RecordedEvent[]): Iterable<readonly RecordedEvent[]> {
  let run: RecordedEvent[] = [];
  for (const event of events) {
    if (run.length === TOGETHER || (run.length > 0 && run[0]!.stream !== event.stream)) {
      yield run;
      run = [];
    }
    run.push(event);
  }
  if (run.length > 0) yield run;
}
