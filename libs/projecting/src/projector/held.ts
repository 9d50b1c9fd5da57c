import type { RecordedEvent } from '@annals/event-sourcing';

/** The state of a document after `position`, `null` if it does not exist. */
export type Held = { readonly position: number; readonly body: object | null };

/** The state of a document after the event `by`. */
export type Changed = Held & { readonly by: RecordedEvent };

export const UNBORN: Held = { position: 0, body: null };
