import { UsageMetered } from '@annals/contracts-accounts';
import { CustomerRegistered, CustomerRestored } from '@annals/contracts-customers';
import { CustomersMerged, MergeBegun, MergeUndone } from '@annals/contracts-customers';
import { DealOpened } from '@annals/contracts-deals';
import type { Event } from '@annals/event-sourcing';

const told = (subject: string, day: string, event: Event) => ({
  ...{ ...event, occurredAt: new Date(day).toISOString(), subject },
});
const pair = { customerId: 'u-1', mergedId: 'u-2', reason: 'Registered twice.' };
const profile = { kind: 'organisation', name: 'Twin', region: 'south' } as const;

/** Customer u-2 with a deal and a meter reading. */
export const twin = [
  told(
    'u-2',
    '2026-01-02',
    CustomerRegistered.event({ customerId: 'u-2', profile: { ...profile, roles: ['prospect'] } }),
  ),
  told(
    'u-2',
    '2026-01-03',
    DealOpened.event({
      ...{ dealId: 'd-2', customerId: 'u-2', title: 'Pipe', value: { amount: '20.00', currency: 'EUR' }, lines: [] },
      ...{ owner: null, country: 'DE', region: 'south', expectedCloseDate: null, attributes: {}, step: 'intent' },
    }),
  ),
  told(
    'u-2',
    '2026-01-04',
    UsageMetered.event({
      ...{ customerId: 'u-2', meterId: 'm-2', register: 'total', quantity: '48.5', unit: 'kWh' },
      ...{ from: '2025-12-01T00:00:00.000Z', to: '2026-01-01T00:00:00.000Z' },
    }),
  ),
];
/** The events by which u-2 is merged into u-1. */
export const merged = [
  told(
    'u-2',
    '2026-01-06',
    MergeBegun.event({ customerId: 'u-2', survivorId: 'u-1', reason: pair.reason, choices: {} }),
  ),
  told(
    'u-1',
    '2026-01-06',
    CustomersMerged.event({ ...pair, choices: {}, taken: [], identifiers: [], needs: [], files: [] }),
  ),
];
/** The events that undo this. */
export const parted = [
  told('u-1', '2026-02-03', MergeUndone.event({ ...pair, returned: [], kept: [], unsaid: [] })),
  told('u-2', '2026-02-03', CustomerRestored.event({ customerId: 'u-2', survivorId: 'u-1', reason: pair.reason })),
];
