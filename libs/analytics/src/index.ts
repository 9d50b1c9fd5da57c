export {
  addBusinessMinutes,
  businessMinutesBetween,
  type BusinessCalendar,
  type OpeningHours,
} from './business-hours.js';
export {
  advance,
  LIFECYCLE_STATES,
  silenceDueAt,
  type LifecycleChange,
  type LifecycleState,
  type LifecycleSummary,
  type LifecycleThresholds,
} from './lifecycle.js';
export {
  LIFECYCLE_TYPES,
  type Evidence,
  type LifecycleData,
  type LifecycleFact,
  type LifecycleFacts,
  type LifecycleType,
} from './lifecycle-facts.js';
