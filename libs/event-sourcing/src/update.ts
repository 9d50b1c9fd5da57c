/** A command of the same decider, without its origin. */
export type Update = { readonly type: string; readonly fields: object };
