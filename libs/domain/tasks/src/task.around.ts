import { complaintStream } from '@annals/contracts-complaints';
import { aroundCustomer, customerStream, isTheirs, NOT_KNOWN, type KnownCustomer } from '@annals/contracts-customers';
import { dealStream } from '@annals/contracts-deals';
import type { ContextStream, Of } from '@annals/event-sourcing';
import { taskProblems } from './task.problems.js';
import type { Task } from './task.state.js';
import type { TaskCommand } from './task.types.js';

type Plan = Of<TaskCommand, 'PlanTask'>;
type Theirs = { readonly customerId: string };

/** What other streams say: of the customer, and whose the deal and the complaint are. */
export type Around = {
  readonly customer: KnownCustomer;
  readonly dealOf: string | null;
  readonly complaintOf: string | null;
};

export const around: ContextStream<TaskCommand, Task, Around> = {
  stream: (command) =>
    command.type === 'PlanTask'
      ? [
          customerStream(command.customerId),
          ...(command.dealId === undefined ? [] : [dealStream(command.dealId)]),
          ...(command.complaintId === undefined ? [] : [complaintStream(command.complaintId)]),
        ]
      : [],
  initial: { customer: NOT_KNOWN, dealOf: null, complaintOf: null },
  evolve: {
    ...aroundCustomer<Around>(),
    DealOpened: (around, { customerId: dealOf }: Theirs) => ({ ...around, dealOf }),
    DealWithdrawn: (around) => ({ ...around, dealOf: null }),
    ComplaintFiled: (around, { customerId: complaintOf }: Theirs) => ({ ...around, complaintOf }),
  },
};

/** Rejects with `RecordOfAnotherCustomer` a deal or complaint that does not exist or belongs to another customer. */
export const expectTheirs = ({ customerId, dealId, complaintId }: Plan, { customer, dealOf, complaintOf }: Around) => {
  const records = [
    [dealId, dealOf],
    [complaintId, complaintOf],
  ] as const;
  for (const [recordId, owner] of records)
    if (recordId !== undefined && !isTheirs(customer, customerId, owner))
      taskProblems.reject('RecordOfAnotherCustomer', { customerId, recordId });
};
