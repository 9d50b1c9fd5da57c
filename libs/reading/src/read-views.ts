import type { AnyProjection } from '@annals/projecting';

/** Provider token of the views that a process reads. */
export const VIEWS = Symbol('Views that are read');

export type ReadViews = readonly AnyProjection[];
