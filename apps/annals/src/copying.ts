import { AppendTooLarge, type EventStore, type Receipt, type RecordedEvent } from '@annals/event-sourcing';

const TOGETHER = 10; // events of one stream per append; EventStoreDB accepts at most 1 MiB

type Run = readonly RecordedEvent[];

type Target = {
  /** As `append`, for events that another log has recorded. */
  adopt(stream: string, expected: number, events: Run): Promise<Receipt>;
  /** The same with many under way, in the order in which they are added; what needs care is left to `alone`. */
  inOrder(
    alone: (events: Run) => Promise<number>,
    done: (events: Run) => void,
  ): { add(events: Run): Promise<void>; flush(): Promise<void>; close(): void };
};

type Logs = { readonly from: Pick<EventStore, 'readAll'>; readonly to: Target };

/** Copies the events after a position. `show` gets the positions that are done. */
export const copyAfter = async (after: number, { from, to }: Logs, show: (position: number) => void) => {
  const copies = to.inOrder(
    (run) => adopt(to, run),
    (run) => show(run[0]!.position),
  );
  try {
    for await (const batch of from.readAll(after))
      for (const run of ofOneStream(batch)) {
        requireReadable(run);
        await copies.add(run);
      }
    await copies.flush();
  } catch (error) {
    await copies.flush(); // what comes before
    throw error;
  } finally {
    copies.close();
  }
};

/** What cannot be read cannot be copied, either. */
const requireReadable = (events: Run) => {
  const flawed = events.find(({ unreadable }) => unreadable);
  if (flawed) throw new Error(`${flawed.unreadable!.message} Nothing from there on was copied; see "annals verify".`);
};

/** Returns the position of the last. An old log may have events that together, or each, are larger than the server accepts at once. */
const adopt = async (to: Target, events: Run): Promise<number> => {
  const { id, type, stream, revision, position } = events[0]!;
  try {
    return (await to.adopt(stream, revision - 1, events)).position;
  } catch (error) {
    if (!(error instanceof AppendTooLarge)) throw error;
    if (events.length === 1)
      throw new Error(
        `Event ${id} (${type}) at position ${position}, the ${revision} of ${stream}, is larger than this EventStoreDB accepts. ` +
          'Raise MaxAppendSize of the server, and run the command again.',
        { cause: error },
      );
    let reached = 0;
    for (const event of events) reached = await adopt(to, [event]);
    return reached;
  }
};

function* ofOneStream(events: Run): Iterable<Run> {
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
