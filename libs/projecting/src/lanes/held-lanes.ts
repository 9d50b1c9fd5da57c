import type { LeaseStore } from '@annals/event-sourcing';

/** `lane` is such as `2 of 4`. */
export type HeldLane = { readonly lane: string; readonly owner: string };

const LANES = 'lane ';

/** The name of the lease of a lane among the processes of a program. */
export const laneName = (lane: number, of: number, program: string) => `${LANES}${lane} of ${of} ${program}`;

/** The lanes that are held now, and by which process. */
export const lanesHeld = async (store: LeaseStore): Promise<readonly HeldLane[]> =>
  (await store.leases(LANES)).map(({ name, owner }) => ({ lane: /\d+ of \d+/.exec(name)![0], owner }));
