import type { Company } from '@annals/analytics';
import { NoteSilence } from '@annals/domain-customers';
import { every } from '@annals/event-sourcing';
import { lifecycle } from '@annals/projections-lifecycle';

/**
 * Records when a customer was inactive for too long, which moves the customer to the declining state. The event is dated
 * when it was due, so that a rebuild on any day gives the same result.
 */
export const noteSilence = (company: Company) =>
  every({
    name: 'silence',
    summary: { en: 'Record that a customer was inactive for too long', zh: '记录客户长期无活动' },
    view: lifecycle(company),
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
