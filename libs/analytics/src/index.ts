export {
  frequentItemsets,
  metricsOf,
  rulesAmong,
  type AssociationRule,
  type Itemset,
  type RuleCounts,
  type RuleMetrics,
} from './association-rules.js';
export type { BusinessCalendar, OpeningHours } from './business-calendar.js';
export { addBusinessMinutes, businessMinutesBetween } from './business-hours.js';
export { zoneOf, type Company, type InTimeZone } from './company.js';
export { dayAfter, daysIn, type Days } from './days.js';
export { forecastBand, type Weighted } from './forecast.js';
export { periodsIn, type Periods } from './periods.js';
export { salesVelocity, type Selling } from './velocity.js';
export {
  advance,
  LIFECYCLE_STATES,
  silenceDueAt,
  type LifecycleChange,
  type LifecycleState,
  type LifecycleSummary,
  type LifecycleThresholds,
} from './lifecycle.js';
export { scoreOf, SCORED_FACTS, type Score, type ScoredFacts, type ScoreRule } from './lead-score.js';
export { returnedAt } from './lifecycle-deals.js';
export { LIFECYCLE_TYPES, type LifecycleData, type LifecycleType } from './lifecycle-facts.js';
export type { Evidence, LifecycleFact, LifecycleFacts } from './lifecycle-note.js';
export { bayesScore, frequenciesWith, smoothed, STEP, together } from './naive-bayes.js';
export type { BayesEvidence, BayesScore, ClosedCase, FieldFrequencies, Frequencies, Outcomes } from './naive-bayes.js';
