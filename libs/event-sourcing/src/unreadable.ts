import type { RecordedEvent, Unreadable, UnreadableReason } from './message.js';

type Place = Pick<RecordedEvent, 'id' | 'type' | 'stream' | 'revision' | 'position'>;

const WORDS: Readonly<Record<UnreadableReason, string>> = {
  NotJson: 'its data is not a JSON object',
  EnvelopeIncomplete: 'its metadata is incomplete',
  TypeUnknown: 'this program does not know its type',
  VersionUnknown: 'this program does not know its version',
  DataInvalid: 'its data does not have the shape of its version',
  NotConvertible: 'its data cannot be converted to the newest version',
};

/** `detail` may name a field or a version, and quotes nothing that was entered. */
export const unreadable = (
  { id, type, stream, revision, position }: Place,
  reason: UnreadableReason,
  detail?: string,
): Unreadable => ({
  reason,
  message:
    `Event ${id} (${type}), revision ${revision} of ${stream} at position ${position}, cannot be read: ` +
    `${WORDS[reason]}${detail === undefined ? '' : ` (${detail})`}.`,
  kin: [],
});

/** Stands for an event of which only its place is known. */
export const placeholder = (
  place: Place & Pick<RecordedEvent, 'recordedAt'> & Partial<RecordedEvent>,
  reason: UnreadableReason,
): RecordedEvent => ({
  ...{ schemaVersion: 0, subject: '', actor: '', source: '', occurredAt: place.recordedAt },
  ...{ commandId: '', correlationId: '', causationId: '' },
  ...place,
  data: {},
  unreadable: unreadable(place, reason),
});

const TEXTS = ['subject', 'actor', 'source', 'occurredAt', 'commandId', 'correlationId', 'causationId'] as const;

/** Whether an event has everything that readers rely on besides its data. */
export const hasEnvelope = (event: RecordedEvent): boolean => TEXTS.every((name) => typeof event[name] === 'string');
