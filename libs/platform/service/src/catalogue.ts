import type { LifecycleThresholds } from '@annals/analytics';
import { accountContracts } from '@annals/contracts-accounts';
import { complaintContracts } from '@annals/contracts-complaints';
import { contactContracts } from '@annals/contracts-contacts';
import { customerContracts, identifierContracts } from '@annals/contracts-customers';
import { dealContracts } from '@annals/contracts-deals';
import { organisationContracts } from '@annals/contracts-organisation';
import { accountCommands } from '@annals/domain-accounts';
import { complaintCommands } from '@annals/domain-complaints';
import { contactCommands } from '@annals/domain-contacts';
import { customerCommands } from '@annals/domain-customers';
import { dealCommands } from '@annals/domain-deals';
import { organisationCommands } from '@annals/domain-organisation';
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
import type { Type } from '@nestjs/common';

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

const OF_THE_CLOCK = ['NoteSilence'];

/** Those of some slices that people and programs may send, by their type. */
export const bulkOf = (...slices: readonly Readonly<Record<string, Type>>[]): Readonly<Record<string, Type>> => {
  const all = slices.flatMap((slice) => Object.entries(slice));
  return Object.fromEntries(all.filter(([type]) => !OF_THE_CLOCK.includes(type)));
};

/** Every command that people and programs may send. */
export const commands = bulkOf(
  customerCommands,
  contactCommands,
  dealCommands,
  complaintCommands,
  accountCommands,
  organisationCommands,
);

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
