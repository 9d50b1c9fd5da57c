export * from './adapter.js';
export type { AdmissionLimits } from './admission.js';
export * from './conventions.js';
export * from './language.js';
export * from './rate-limit.js';
export * from './request-context.js';
export { CertificateUnusable, type CertificateFiles } from './certificate.js';
export { RENEWAL_DAYS, ServedCertificate, type CertificateStatus } from './served-certificate.js';
export { traceparentIn } from './traceparent.js';
