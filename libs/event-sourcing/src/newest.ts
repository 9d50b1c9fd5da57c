import type { Contract } from './contract.js';
import type { NewEvent, RecordedEvent, UnreadableReason } from './message.js';
import { subjectsOf } from './subjects.js';
import { hasEnvelope, unreadable } from './unreadable.js';

/** Whether events of types without a contract count as unreadable, or are shown as they are. */
export type UnknownTypes = 'shown' | 'unreadable';

type Flaw = { readonly reason: UnreadableReason; readonly detail?: string };

/** Events in their newest shape, and what prevents others from having one. */
export class Newest {
  private readonly contracts: ReadonlyMap<string, Contract>;
  private readonly sound = new WeakSet<RecordedEvent>();

  constructor(
    contracts: readonly Contract[],
    private readonly unknownTypes: UnknownTypes,
  ) {
    this.contracts = new Map(contracts.map((contract) => [contract.type, contract]));
  }

  /** The event in its newest shape, or as it is, marked as unreadable. */
  readonly of = (event: RecordedEvent): RecordedEvent => {
    if (event.unreadable) return event;
    const contract = this.contracts.get(event.type);
    const flaw = contract ? flawIn(event, contract) : this.flawOfOther();
    if (flaw) return { ...event, unreadable: unreadable(event, flaw.reason, flaw.detail) };
    try {
      const newest =
        contract && event.schemaVersion !== contract.version ? { ...event, ...contract.upcast(event) } : event;
      return this.withSubjects(newest);
    } catch {
      return { ...event, unreadable: unreadable(event, 'NotConvertible', `version ${event.schemaVersion}`) };
    }
  };

  /** The same for an event that a log may give again as the same object, which is examined once. */
  readonly again = (event: RecordedEvent): RecordedEvent => {
    const contract = this.contracts.get(event.type);
    if (contract?.version === event.schemaVersion && this.sound.has(event)) return this.withSubjects(event);
    const newest = this.of(event);
    if (!newest.unreadable) this.sound.add(event);
    return newest;
  };

  private withSubjects(event: RecordedEvent): RecordedEvent {
    return { ...event, subjects: event.subjects ?? this.subjects(event) };
  }

  subjects(event: NewEvent) {
    return subjectsOf(event, this.contracts.get(event.type)?.personPaths ?? []);
  }

  private flawOfOther(): Flaw | undefined {
    return this.unknownTypes === 'unreadable' ? { reason: 'TypeUnknown' } : undefined;
  }
}

const flawIn = (event: RecordedEvent, contract: Contract): Flaw | undefined => {
  const { schemaVersion, data } = event;
  if (!hasEnvelope(event)) return { reason: 'EnvelopeIncomplete' };
  if (!Number.isInteger(schemaVersion) || schemaVersion < 1 || schemaVersion > contract.version)
    return { reason: 'VersionUnknown', detail: `version ${Number(schemaVersion)}` };
  const wrong = contract.misshapen(data, schemaVersion);
  return wrong === undefined ? undefined : { reason: 'DataInvalid', detail: wrong };
};
