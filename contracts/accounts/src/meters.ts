import { Contract, type EventOf } from '@annals/event-sourcing';
import { id, instant, label } from '@annals/contracts-values';
import { z } from 'zod';
import { quantity } from './quantity.js';

// Names and fields below are on disk: add a version, never edit one.

/**
 * Used from an instant up to another, the latter excluded. `register` is what of it the meter counts: `peak`, `data`;
 * `null` if it counts one thing only. `meterId` names a meter or a line, and is no telephone number: it becomes a stream's name.
 */
export const usage = z.object({
  meterId: id,
  register: label.nullable(),
  from: instant,
  to: instant,
  quantity,
  unit: label,
});

export const UsageMetered = Contract.of('UsageMetered').v1(z.object({ customerId: id, ...usage.shape }));

export const meterContracts = [UsageMetered] as const;
export type MeterEvent = EventOf<(typeof meterContracts)[number]>;
