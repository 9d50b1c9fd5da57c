import type { LifecycleThresholds } from '@annals/analytics';
import { NoteSilence } from '@annals/domain-customers';
import { every } from '@annals/event-sourcing';
import { lifecycle } from '@annals/projections-lifecycle';

/**
 * Time alone moves a customer's lifecycle: who was silent for too long declines. The passing of time becomes an event of
 * the customer, dated when it was due, so that a rebuild on any other day gives the same answer.
 */
export const noteSilence = (thresholds: LifecycleThresholds) =>
  every({
    name: 'silence',
    summary: { en: 'Note that a customer was inactive for too long', zh: '记录客户长期无活动' },
    view: lifecycle(thresholds),
    due: 'dueAt',
    // Nothing is due without an activity. Another number of days does not make the same silence another one.
    cause: ({ lastActivityAt }) => lastActivityAt!,
    send: ({ customerId, lastActivityAt }) => [
      NoteSilence.of({ customerId, lastActivityAt: lastActivityAt!, silentDays: thresholds.declining.silentDays }),
    ],
  });
