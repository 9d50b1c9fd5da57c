/** `before` and `after` are JSON values of the field; `null` is what was not known. */
export type HistoryChange = {
  readonly field: string;
  /** @example "+86 21 6123 4568" */
  readonly before: unknown;
  /** @example "+86 21 6123 4567" */
  readonly after: unknown;
};
