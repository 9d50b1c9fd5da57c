import type { Incompleteness, StreamAbout } from './history-incomplete.js';
import type { RecordedEvent, UnreadableReason } from './message.js';

/**
 * What is wrong with a log: events are missing between two positions or at its end, a stream is incomplete, an event cannot
 * be read, or a stream has events in another order than the log. `message` is a sentence that quotes nothing of their data.
 */
export type LogFault = { readonly message: string } & (
  | {
      readonly kind: 'EventsMissing';
      /** The positions that have no event, both inclusive. */
      readonly from: number;
      readonly to: number;
    }
  | (StreamAbout & {
      readonly kind: 'StreamIncomplete';
      readonly stream: string;
      readonly found: Incompleteness;
      /** The first revision that is missing, if it is known. */
      readonly revision?: number;
    })
  | ({ readonly kind: 'EventUnreadable'; readonly reason: UnreadableReason; readonly subject?: string } & Pick<
      RecordedEvent,
      'id' | 'type' | 'stream' | 'revision' | 'position'
    >)
  | ({ readonly kind: 'OutOfOrder' } & Pick<RecordedEvent, 'stream' | 'revision' | 'position'>)
);

/** Identifies a fault: found again, it is the same. */
export const faultId = (fault: LogFault): string => {
  if (fault.kind === 'EventsMissing') return `${fault.kind} ${fault.from}`;
  return fault.kind === 'StreamIncomplete' ? `${fault.kind} ${fault.stream}` : `${fault.kind} ${fault.position}`;
};

export const eventsMissing = (from: number, to: number): LogFault => ({
  kind: 'EventsMissing',
  from,
  to,
  message:
    from === to
      ? `The log has no event at position ${from}.`
      : `The log has no events at the positions ${from} to ${to}.`,
});

const FOUND: Readonly<Record<Incompleteness, string>> = {
  deleted: 'it was deleted',
  truncated: 'it does not begin with its first event',
  gap: 'events are missing within it',
  unreadable: 'an event of it cannot be read',
};

/** `revision` is the first one that is missing, `near` an event of the stream that is there. */
export const streamIncomplete = (
  stream: string,
  found: Incompleteness,
  revision?: number,
  near?: StreamAbout,
): LogFault => ({
  kind: 'StreamIncomplete',
  ...aboutOf(near),
  stream,
  found,
  ...(revision === undefined ? {} : { revision }),
  message: `${stream} is incomplete: ${FOUND[found]}${revision === undefined ? '' : `, from revision ${revision} on`}.`,
});

/** For an event with `unreadable`. */
export const eventUnreadable = (event: RecordedEvent): LogFault => {
  const { id, type, stream, revision, position, unreadable } = event;
  const { reason, message } = unreadable!;
  return { kind: 'EventUnreadable', ...aboutOf(event), id, type, stream, revision, position, reason, message };
};

/** An event of which only its place is known has an empty subject. */
const aboutOf = ({ subject, type }: StreamAbout = {}): StreamAbout => ({
  ...(typeof subject === 'string' && subject !== '' && { subject }),
  ...(type !== undefined && { type }),
});

export const outOfOrder = (event: Pick<RecordedEvent, 'stream' | 'revision' | 'position'>): LogFault => {
  const { stream, revision, position } = event;
  const message = `Revision ${revision} of ${stream}, at position ${position}, does not come after the one before it.`;
  return { kind: 'OutOfOrder', stream, revision, position, message };
};
