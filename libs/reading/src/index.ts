export { CustomerNames, type KnownNames } from './customer-names.js';
export { missingOf } from './missing.js';
export { Reader, type ListPage, type RecordAnswer } from './reader.js';
export { ReadingModule } from './reading.module.js';
export { reportProblems } from './reports/report.problems.js';
export type { Report, ReportRow } from './reports/report-answer.js';
export type { ReportCatalogue } from './reports/reports.controller.js';
export type { ReportRecords } from './reports/reports.js';
