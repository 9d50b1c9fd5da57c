export { assign, columnsOf, type Assigned, type Decided, type Reason } from './assign.js';
export { mappingOf, type Wanted } from './mapping-of.js';
export { targetsOf, type Target, type TargetKind, type Targets } from './targets.js';
