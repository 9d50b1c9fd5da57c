import type { RecordedEvent, Unreadable } from '@annals/event-sourcing';

/** The event on which a projection threw. */
export type Failure = {
  readonly eventId: string;
  readonly type: string;
  readonly position: number;
  /** @example The document has no deal of that id. */
  readonly message: string;
  /** Only of an event that cannot be read. */
  readonly unreadable?: Pick<RecordedEvent, 'stream' | 'revision'> & Pick<Unreadable, 'reason'>;
  /** In the format of `toISOString()`. */
  readonly since: string;
  /**
   * The document that it could not be applied to, if it is known.
   * @example c-1001
   */
  readonly key?: string;
  /** The collection whose build failed; the served one continues, or waits if it is of another version. */
  readonly building?: string;
};
