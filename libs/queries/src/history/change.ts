/** `before` and `after` are JSON values of the field; `null` is what was not known. */
export type HistoryChange = { readonly field: string; readonly before: unknown; readonly after: unknown };
