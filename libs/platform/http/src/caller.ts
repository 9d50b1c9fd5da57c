/** Who asks, as the guard that checked the token knows it. */
export type Caller = { readonly id: string; readonly name: string; readonly roles: readonly string[] };

export const ANONYMOUS: Caller = { id: 'anonymous', name: 'anonymous', roles: [] };
