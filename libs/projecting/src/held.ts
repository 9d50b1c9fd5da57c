import type { RecordedEvent } from '@annals/event-sourcing';

/** A document as it is after `position`, `null` if there is none. */
export type Held = { readonly position: number; readonly body: object | null };

/** A document as `by` has left it. */
export type Changed = Held & { readonly by: RecordedEvent };

export const UNBORN: Held = { position: 0, body: null };
