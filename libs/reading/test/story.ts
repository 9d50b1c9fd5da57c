import type { LogCondition } from '@annals/event-sourcing';
import { customer, openDesk } from './desk.js';
import { NoticeDone, NoticeLeft, NoticeTaken } from './notices.js';

const leave = (noticeId: string, customerId: string, urgency: 1 | 2 | 3, loud = false, ...tags: string[]) =>
  NoticeLeft.event({ noticeId, customerId, subject: `About ${noticeId}`, urgency, tags, loud });

const FAR = { occurredAt: '2999-01-01T00:00:00.000Z' };

/** A desk with four notices about the customers of Ann and Bob. */
export const openStory = async (condition?: LogCondition) => {
  const desk = await openDesk({}, condition);
  await desk.record(...customer('u-ann', 'ann'), ...customer('u-bob', 'bob'));
  await desk.record(
    leave('n-1', 'u-ann', 1, true, 'call'),
    leave('n-2', 'u-ann', 3, false, 'call', 'visit'),
    leave('n-3', 'u-bob', 2, false, 'visit'),
    NoticeTaken.event({ noticeId: 'n-3', customerId: 'u-bob', by: { id: 'ann' } }),
    NoticeDone.event({ noticeId: 'n-1', customerId: 'u-ann' }),
    { ...leave('n-4', 'u-bob', 2), ...FAR },
  );
  /** The notices that a caller sees, in order. */
  const ids = async (caller: string, query = '') => {
    const { body } = await desk.get<NoticePage>(caller, `notices${query}`);
    return body.items.map(({ noticeId }) => noticeId);
  };
  return { ...desk, ids };
};

export type NoticePage = { readonly items: readonly { readonly noticeId: string }[]; readonly next: string | null };
