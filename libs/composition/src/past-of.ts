import type { AnyCommand } from '@annals/command-bus';
import type { EventStore, RecordedEvent } from '@annals/event-sourcing';
import type { Aggregate, Past } from '@annals/slice';

type Stream = readonly RecordedEvent[];
type Decided = { readonly aggregate: Aggregate; readonly command: AnyCommand; readonly own: Stream };

/** What a command was decided on when its event was; `known` are the other streams that its rules ask for. */
export const pastOf = async (
  log: EventStore,
  { aggregate, command, own }: Decided,
  event: RecordedEvent,
): Promise<Past & { readonly known: ReadonlyMap<string, Stream> }> => {
  const known = new Map<string, Stream>();
  const past = { own, known, of: (stream: string) => known.get(stream) ?? [] };
  const missing = () => aggregate.contextOf(command, past).filter((stream) => !known.has(stream));
  // Those that are known may name further ones.
  for (let wanted = missing(); wanted.length > 0; wanted = missing()) {
    const found = await Promise.all(wanted.map((stream) => streamBefore(log, stream, event)));
    wanted.forEach((stream, index) => known.set(stream, found[index]!));
  }
  return past;
};

/** What a stream had when an event was decided. */
const streamBefore = async (
  log: EventStore,
  stream: string,
  { position, decidedOn }: RecordedEvent,
): Promise<Stream> => {
  const last = decidedOn?.[stream] ?? Infinity;
  return (await log.read(stream)).filter((event) => event.position < position && event.revision <= last);
};
