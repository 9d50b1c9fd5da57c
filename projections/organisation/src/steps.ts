import type { OrganisationEvent } from '@annals/contracts-organisation';
import type { Of, RecordedEvent } from '@annals/event-sourcing';
import type { DirectoryEntry } from './entry.js';

export type Step<E extends OrganisationEvent = OrganisationEvent> = (
  entry: DirectoryEntry | null,
  event: RecordedEvent<E>,
) => DirectoryEntry | null;
export type StepsOf<E extends OrganisationEvent> = { readonly [T in E['type']]: Step<Of<E, T>> };

/** Changes an entry that is there; before that there is nothing to change. */
export const changing =
  <Entry extends DirectoryEntry>() =>
  <E extends OrganisationEvent>(change: (event: RecordedEvent<E>) => Partial<Entry>): Step<E> =>
  (entry, event) =>
    entry && { ...(entry as Entry), ...change(event) };
