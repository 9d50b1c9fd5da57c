import type { CertificateStatus } from '@annals/http';
import { Gauge, type Registry } from 'prom-client';

/** Metrics of a process that serves HTTPS. */
export class CertificateMetrics {
  private readonly expiry: Gauge;
  private readonly failed: Gauge;

  constructor(
    registry: Registry,
    private readonly status: () => CertificateStatus,
  ) {
    const registers = [registry];
    this.expiry = new Gauge({
      name: 'annals_certificate_expiry_timestamp_seconds',
      help: 'When the certificate expires, in seconds since 1970.',
      registers,
    });
    this.failed = new Gauge({
      name: 'annals_certificate_renewal_failed',
      help: '1 while the renewed certificate cannot be used, and the earlier one is.',
      registers,
    });
  }

  refresh() {
    const { expiresAt, trouble } = this.status();
    this.expiry.set(expiresAt.getTime() / 1_000);
    this.failed.set(trouble === undefined ? 0 : 1);
  }
}
