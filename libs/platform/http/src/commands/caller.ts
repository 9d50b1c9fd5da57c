/** The caller, as identified by the guard. */
export type Caller = { readonly id: string; readonly name: string; readonly roles: readonly string[] };

export const ANONYMOUS: Caller = { id: 'anonymous', name: 'anonymous', roles: [] };
