export { dealLines } from './deal-lines.js';
export { dealReport, dealReportNames, type DealReportSettings } from './deal-report.js';
export { STEP_COUNTS, stepField, type StepCount } from './deal-steps.js';
export { status as dealStatus, type Deal } from './deal.js';
export { dealsPart } from './deals-part.js';
export { pipeline } from './pipeline.js';
export { salesReport, type SalesFact } from './sales-report.js';
