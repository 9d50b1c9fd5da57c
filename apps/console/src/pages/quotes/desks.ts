import type { Status } from '../quote/quote-types.js';

export const DESKS = ['mine', 'waiting', 'sent', 'expiring', 'ended'] as const;
export type Desk = (typeof DESKS)[number];

const SOON = 7; // days

/** The day this many days after today, in the zone of the user. */
export const dayIn = (days: number, today: Date): string => {
  const date = new Date(today.getFullYear(), today.getMonth(), today.getDate() + days);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
};

const OPEN: readonly Status[] = ['draft', 'refused', 'awaiting-approval', 'approved', 'sent'];
const ENDED: readonly Status[] = ['accepted', 'declined', 'expired', 'withdrawn'];

/** What each desk shows, and in which order until the user sorts. */
export const conditionsOf = (desk: Desk, userId: string, today: Date) => {
  const sent = { status: 'sent', sort: 'validUntil' };
  return {
    mine: { status: OPEN, owner: userId, sort: 'validUntil' },
    waiting: { status: 'awaiting-approval', sort: 'validUntil' },
    sent,
    expiring: { ...sent, 'validUntil.to': dayIn(SOON, today) },
    ended: { status: ENDED, sort: '-draftedAt' },
  }[desk];
};
