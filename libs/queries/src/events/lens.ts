import type { RecordedEvent } from '@annals/event-sourcing';

/** What a reader may see of events, in their order. */
export type Lens = (events: readonly RecordedEvent[]) => Promise<readonly RecordedEvent[]>;
