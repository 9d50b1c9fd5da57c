export { dealLines } from './deal-lines.js';
export { pipeline, type Deal } from './pipeline.js';
export { salesReport, type SalesFact } from './sales-report.js';
