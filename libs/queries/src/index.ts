export type { OwnAccess } from './access/access.controller.js';
export type { CustomerAccessView } from './access/then.js';
export { customersByCode } from './customers/by-code.js';
export { calendarProblems } from './calendars/calendar.problems.js';
export type { CalendarAddress, OwnCalendar } from './calendars/own-calendar.controller.js';
export { AuditModule } from './audit.module.js';
export type { Callers } from './customers/customers.controller.js';
export {
  countsByMonth,
  type LifecycleCounts,
  type LifecycleOfCustomer,
  type StateCounts,
} from './customers/lifecycle.js';
export type { CustomerView, WholeCustomerView } from './customers/view.js';
export type { ProductRulesShown, Suggestion, SuggestionsForCustomer } from './offers/answers.js';
export type { Duplicate, DuplicatePair, DuplicatePairs, DuplicatesOfCustomer } from './duplicates/duplicates.js';
export type { StepConversions } from './deals/conversion.js';
export type { ForecastOutcomes } from './deals/outcomes.js';
export type { PipelineFigures, PipelineSummary } from './deals/pipeline.js';
export type { LeadProbability } from './leads/lead-probabilities.js';
export type { DuplicatesOfLead } from './leads/leads.controller.js';
export { EventFeed, type EventPage } from './events/feed.js';
export type { HistoryChange } from './history/change.js';
export type { HistoryEntry, HistoryPage } from './history/entry.js';
export { comparedUnder, type Comparison } from './what-if/comparison.js';
export { rulesUnder } from './what-if/other-rules.js';
export type { DecisionDifference, OtherSetting, WhatIfReport } from './what-if/report.js';
export type { CustomerDiff, FieldDifference } from './past/diff.js';
export type { PageChange } from './past/page-changes.js';
export type { LookedAt, SeenEvent } from './history/looked-at.js';
export type { CustomerReplay, ReplayStep } from './past/replay.js';
export type { UnitView } from './organisation/organisation.controller.js';
export type { NamedUser } from './organisation/directory.js';
export type { OrganisationTree } from './organisation/tree.js';
export type { UserPage } from './organisation/users.controller.js';
export { ReceiptNotesModule } from './organisation/receipt-notes.js';
export type { UserResponsibilities } from './organisation/responsibilities.js';
export type { ParkedPage, ProjectionList, ProjectionState, SettledKey } from './projections/projections.js';
export { projectionProblems } from './projections/projections.problems.js';
export { ProjectionsModule } from './projections/projections.module.js';
export { queryProblems } from './queries.problems.js';
export type { SettingList } from './settings/settings.controller.js';
export { QueriesModule } from './queries.module.js';
