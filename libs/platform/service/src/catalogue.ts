import type { LifecycleThresholds } from '@annals/analytics';
import { accountContracts } from '@annals/contracts-accounts';
import { complaintContracts } from '@annals/contracts-complaints';
import { contactContracts } from '@annals/contracts-contacts';
import { customerContracts, identifierContracts } from '@annals/contracts-customers';
import { dealContracts } from '@annals/contracts-deals';
import { organisationContracts } from '@annals/contracts-organisation';
import type { Contract } from '@annals/event-sourcing';
import type { AnyProjection } from '@annals/projecting';
import { auditHistory } from '@annals/projection-audit-history';
import { complaintBoard } from '@annals/projection-complaint-board';
import { complaintReport } from '@annals/projection-complaint-report';
import { customer360 } from '@annals/projection-customer-360';
import { customerList } from '@annals/projection-customer-list';
import { directory } from '@annals/projection-directory';
import { lifecycle } from '@annals/projection-lifecycle';
import { pipeline } from '@annals/projection-pipeline';
import { salesReport } from '@annals/projection-sales-report';

/** Every event that there is. */
export const contracts: readonly Contract[] = [
  ...customerContracts,
  ...identifierContracts,
  ...contactContracts,
  ...dealContracts,
  ...complaintContracts,
  ...accountContracts,
  ...organisationContracts,
];

/** Every view. */
export const projectionsFor = (thresholds: LifecycleThresholds): readonly AnyProjection[] => [
  customer360(thresholds),
  lifecycle(thresholds),
  auditHistory,
  customerList(thresholds),
  pipeline,
  complaintBoard,
  salesReport,
  complaintReport,
  directory,
];
