/** `values` has the exact sum per currency. */
export type Tally = { readonly count: number; readonly values: Readonly<Record<string, string>> };
