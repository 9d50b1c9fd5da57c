export type { ComplaintPage, NamedComplaint } from './complaints.controller.js';
export type { DealPage, NamedDeal } from './deals.controller.js';
export type { PipelineFigures, PipelineSummary } from './deals.pipeline.js';
export { EventFeed, type EventPage } from './events.feed.js';
export { Names } from './names.js';
export { QueriesModule } from './queries.module.js';
export type { ReportCatalogue } from './reports.controller.js';
export type { ReportRecords } from './reports.js';
export type { Report, ReportRow } from './reports.report.js';
