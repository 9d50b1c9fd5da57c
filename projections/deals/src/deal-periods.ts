import { daysIn, periodsIn } from '@annals/analytics';
import { month, quarter } from '@annals/contracts-values';
import { number, text } from '@annals/event-sourcing';
import { z } from 'zod';
import type { Deal } from './deal.js';

const DAY = 86_400_000; // ms

/** The periods of an instant of a deal, where it has one. */
export const periodFields = (timeZone: string, at: (deal: Deal) => string | null) => {
  const { yearOf, quarterOf, monthOf } = periodsIn(timeZone);
  const of =
    <Period>(period: (instant: string) => Period) =>
    (deal: Deal) => {
      const instant = at(deal);
      return instant === null ? null : period(instant);
    };
  return {
    year: number(of(yearOf), { schema: z.int() }),
    quarter: text(of(quarterOf), { schema: quarter }),
    month: text(of(monthOf), { schema: month }),
  };
};

/** Days of the calendar from opening to closing; `null` of an open deal. */
export const cycleIn = (timeZone: string) => {
  const { dayOf } = daysIn(timeZone);
  const dayAt = (instant: string) => Date.parse(dayOf(new Date(instant)));
  return ({ openedAt, closedAt }: Deal): number | null =>
    closedAt === null ? null : Math.max(0, Math.round((dayAt(closedAt) - dayAt(openedAt)) / DAY));
};
