import type { UsageEvent } from '@annals/contracts-accounts';
import { insertNewest } from '@annals/contracts-values';
import { projection, recordedFor } from '@annals/event-sourcing';

/** From an instant up to another, the latter excluded. */
export type Period = {
  readonly from: string;
  readonly to: string;
  readonly quantity: string;
  readonly unit: string;
};

/** `register` is what of it the meter counts, such as `peak`. */
export type MeterUse = {
  readonly customerId: string;
  readonly meterId: string;
  readonly register: string | null;
  /** The newest 12. */
  readonly periods: readonly Period[];
};

const MOST = 12; // periods

/** One document for each register of a meter of a customer. */
export const meterUse = projection<UsageEvent, MeterUse>()({
  name: 'meter-use',
  version: 3,
  key: (event) => `${recordedFor(event)} ${event.data.meterId} ${event.data.register ?? ''}`,
  on: {
    UsageMetered: (use, { data: { customerId, meterId, register, from, to, quantity, unit } }) => {
      const period = { from, to, quantity, unit };
      return {
        ...{ customerId, meterId, register },
        periods: insertNewest(use?.periods ?? [], [period], (each) => each.from, MOST),
      };
    },
    UsageCorrected: (use, { data: { from, to, quantity, unit } }) =>
      use && {
        ...use,
        periods: use.periods.map((period) =>
          period.from === from && period.to === to ? { from, to, quantity, unit } : period,
        ),
      },
  },
  fields: {
    customer: { of: ({ customerId }) => customerId },
    newest: { of: ({ periods }) => periods[0]!.from },
  },
  indexes: [['customer', 'newest']],
});
