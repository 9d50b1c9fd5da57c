import { RENEWAL_DAYS, type CertificateStatus } from '@annals/http';

/** What keeps clients from connecting. */
export type CertificateTrouble = {
  readonly reason: 'CertificateExpired' | 'CertificateNotYetValid';
  readonly validFrom: string;
  readonly expiresAt: string;
};

/** About the certificate, to be settled while the process does its work; `trouble` is a sentence. */
export type CertificateWarning =
  | { readonly reason: 'CertificateExpires'; readonly expiresAt: string }
  | { readonly reason: 'CertificateNotRenewed'; readonly expiresAt: string; readonly trouble: string };

export const troublesOfCertificate = (
  { validFrom, expiresAt }: CertificateStatus,
  now: Date,
): readonly CertificateTrouble[] => {
  const valid = { validFrom: validFrom.toISOString(), expiresAt: expiresAt.toISOString() };
  if (now >= expiresAt) return [{ reason: 'CertificateExpired', ...valid }];
  return now < validFrom ? [{ reason: 'CertificateNotYetValid', ...valid }] : [];
};

export const warningsOfCertificate = (
  { expiresAt: end, trouble }: CertificateStatus,
  now: Date,
): readonly CertificateWarning[] => {
  const expiresAt = end.toISOString();
  const isNear = end.getTime() - now.getTime() < RENEWAL_DAYS * 86_400_000;
  return [
    ...(isNear ? [{ reason: 'CertificateExpires', expiresAt } as const] : []),
    ...(trouble === undefined ? [] : [{ reason: 'CertificateNotRenewed', expiresAt, trouble } as const]),
  ];
};
