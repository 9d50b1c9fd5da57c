/** That a route will be removed. */
export type Deprecation = {
  /** The day since which it is deprecated: `2026-01-31`. */
  readonly since: string;
  /** The first day on which it may be gone. */
  readonly sunset: string;
  /** The path of the route to use instead. */
  readonly successor: string;
};
