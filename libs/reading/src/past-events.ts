import type { Moment, RecordedEvent } from '@annals/event-sourcing';
import type { Answer, Freshness } from '@annals/projecting';

/** Events in the order of the axis of a moment, and the time of the moment: that of a position is when the last event up to it was recorded. */
export type EventsThen = { readonly events: readonly RecordedEvent[]; readonly at: Date };

/** The histories of customers. The process provides what finds them. */
export abstract class PastEvents {
  /** The events of these types of a customer that count at a moment. */
  abstract until(
    customerId: string,
    moment: Moment,
    types: readonly string[],
    fresh?: Freshness,
  ): Promise<Answer<EventsThen>>;

  /** The customers that these ids lead to at a moment, each once: the survivors of those who are merged then, the others themselves. */
  abstract ledTo(customerIds: readonly string[], moment: Moment, fresh?: Freshness): Promise<readonly string[]>;

  /**
   * The events of these types of all customers that count at a moment, in the order of its axis, read from the log. Throws
   * `HttpProblem` 422 `TooManyEvents` if they are too many to be put into the order of occurrence.
   */
  abstract ofAll(moment: Moment, types: readonly string[]): AsyncIterable<readonly RecordedEvent[]>;
}
