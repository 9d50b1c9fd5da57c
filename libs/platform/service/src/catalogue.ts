import type { LifecycleThresholds } from '@annals/analytics';
import { accountContracts } from '@annals/contracts-accounts';
import { complaintContracts } from '@annals/contracts-complaints';
import { contactContracts } from '@annals/contracts-contacts';
import { customerContracts, identifierContracts } from '@annals/contracts-customers';
import { dealContracts } from '@annals/contracts-deals';
import { organisationContracts } from '@annals/contracts-organisation';
import type { Contract } from '@annals/event-sourcing';
import type { AnyProjection } from '@annals/projecting';
import { auditHistory } from '@annals/projections-audit';
import { complaintBoard, complaintReport } from '@annals/projections-complaints';
import { customer360, customerList } from '@annals/projections-customers';
import { directory } from '@annals/projections-organisation';
import { lifecycle } from '@annals/projections-lifecycle';
import { pipeline, salesReport } from '@annals/projections-deals';

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
