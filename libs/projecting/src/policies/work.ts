/** The work of a policy while this process holds the lease. */
export type Work = {
  readonly policy: string;
  /** Ensures that the policy has a position in the log. */
  begin(): Promise<unknown>;
  /**
   * One turn: returns the milliseconds until the next one, and calls `well` when no work that could fail remains. Throws
   * errors of the stores and the commands.
   */
  turn(signal: AbortSignal, well: () => Promise<void>): Promise<number>;
};
