import { dayFrom } from '../../design/days.js';
import type { Status } from '../quote/quote-types.js';

export const DESKS = ['mine', 'waiting', 'sent', 'expiring', 'ended'] as const;
export type Desk = (typeof DESKS)[number];

const SOON = 7; // days

const OPEN: readonly Status[] = ['draft', 'refused', 'awaiting-approval', 'approved', 'sent'];
const ENDED: readonly Status[] = ['accepted', 'declined', 'expired', 'withdrawn'];

/** What each desk shows, and in which order until the user sorts. */
export const conditionsOf = (desk: Desk, userId: string, today: Date) => {
  const sent = { status: 'sent', sort: 'validUntil' };
  return {
    mine: { status: OPEN, owner: userId, sort: 'validUntil' },
    waiting: { status: 'awaiting-approval', sort: 'validUntil' },
    sent,
    expiring: { ...sent, 'validUntil.to': dayFrom(today, SOON) },
    ended: { status: ENDED, sort: '-draftedAt' },
  }[desk];
};
