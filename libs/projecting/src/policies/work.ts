/** What a policy does as long as this process has the lease. */
export type Work = {
  readonly policy: string;
  /** Makes sure that the policy has a place in the log. */
  begin(): Promise<unknown>;
  /**
   * One turn: returns after how many milliseconds the next one is due, and calls `well` when nothing is left that could fail.
   * Throws what the stores and the commands throw.
   */
  turn(signal: AbortSignal, well: () => Promise<void>): Promise<number>;
};
