import type { components } from '../../generated/api.js';

export type View = components['schemas']['ProjectionState'];

/** An act on a view. */
export type ViewAct = { readonly name: 'Projections.rebuild' | 'Projections.rollBack'; readonly projection: string };
