import { NoteSilence } from '@annals/domain-customers';
import { every } from '@annals/event-sourcing';
import { customerList, type ListSettings } from '@annals/projections-customers';

/**
 * Records when a customer was inactive for too long, which moves the customer to the declining state. The event is dated
 * when it was due, so that a rebuild on any day gives the same result.
 */
export const noteSilence = (company: ListSettings) =>
  every({
    name: 'silence',
    summary: { en: 'Record that a customer was inactive for too long', zh: '记录客户长期无活动' },
    view: customerList(company),
    due: 'dueAt',
    // Never due without an activity. The number of days is not part of the cause: changing it does not repeat a recorded silence.
    cause: ({ lastActivityAt }) => lastActivityAt!,
    send: ({ customerId, lastActivityAt }) => [
      NoteSilence.of({
        customerId,
        lastActivityAt: lastActivityAt!,
        silentDays: company.lifecycle.declining.silentDays,
      }),
    ],
  });
