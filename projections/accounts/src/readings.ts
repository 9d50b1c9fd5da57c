import { usage, type UsageEvent } from '@annals/contracts-accounts';
import { customerId } from '@annals/contracts-values';
import { instant, text, view, whenKnown, type Immutable } from '@annals/event-sourcing';
import { z } from 'zod';

/** The usage of a period as the API answers it; the period ends before `to`. */
const answer = z.strictObject({ customerId, ...usage.shape });

/** The stored document. */
export type Reading = Immutable<z.output<typeof answer>>;

/** One document for each period of each register of a meter. */
export const readings = view<UsageEvent, Reading>()({
  name: 'readings',
  version: 1,
  key: ({ data: { meterId, register, from } }) => `${meterId} ${register ?? ''} ${from}`,
  on: {
    UsageMetered: (_, { data }) => data,
    UsageCorrected: whenKnown((_, { data: { reason: __, ...used } }) => used),
  },
  fields: {
    customer: text((reading) => reading.customerId),
    meter: text(({ meterId }) => meterId),
    register: text(({ register }) => register),
    unit: text(({ unit }) => unit),
    begins: instant(({ from }) => from),
    ends: instant(({ to }) => to),
  },
  indexes: [['begins'], ['customer', 'begins'], ['meter', 'begins']],
  personal: [],
  answer: { schema: answer, of: (reading) => reading },
  list: {
    path: 'readings',
    summary: {
      en: 'List metered usage by customer, meter, register and period',
      zh: '按客户、计量点、费率时段和期间列出用量',
    },
    record: { name: 'Reading', en: 'reading', zh: '用量记录', schema: 'NamedReading', one: null },
    needs: 'orders.read',
    filters: ['customer', 'meter', 'register', 'unit'],
    ranges: ['begins', 'ends'],
    names: { customerName: 'customer' },
    sorts: ['-begins'],
  },
});
