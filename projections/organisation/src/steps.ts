import type { OrganisationEvent } from '@annals/contracts-organisation';
import type { Of, RecordedEvent } from '@annals/event-sourcing';
import type { DirectoryEntry } from './entry.js';

export type Step<E extends OrganisationEvent = OrganisationEvent> = (
  entry: DirectoryEntry | null,
  event: RecordedEvent<E>,
) => DirectoryEntry | null;
export type StepsOf<E extends OrganisationEvent> = { readonly [T in E['type']]: Step<Of<E, T>> };

/** The steps of one stream: the entry keeps the revision of the last event there under this name. */
export const revisedAs = <E extends OrganisationEvent>(
  name: 'revision' | 'accessRevision',
  steps: StepsOf<E>,
): StepsOf<E> => {
  const all = Object.entries(steps) as readonly (readonly [string, Step])[];
  const stamped = all.map(([type, step]) => [
    type,
    (entry: DirectoryEntry | null, event: RecordedEvent<OrganisationEvent>) => {
      const next = step(entry, event);
      return next && { ...next, [name]: event.revision };
    },
  ]);
  return Object.fromEntries(stamped) as StepsOf<E>;
};

/** Changes an entry that is there; before that there is nothing to change. */
export const changing =
  <Entry extends DirectoryEntry>() =>
  <E extends OrganisationEvent>(change: (event: RecordedEvent<E>) => Partial<Entry>): Step<E> =>
  (entry, event) =>
    entry && { ...(entry as Entry), ...change(event) };
