/** The event on which a projection threw. */
export type Failure = {
  readonly eventId: string;
  readonly type: string;
  readonly position: number;
  readonly message: string;
  /** As `toISOString()` writes it. */
  readonly since: string;
  /** The document that it cannot go into, if that can be told. */
  readonly key?: string;
  /** The collection that could not be built for it; the served one goes on, or waits if it is of another version. */
  readonly building?: string;
};
