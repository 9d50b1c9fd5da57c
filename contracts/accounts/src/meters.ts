import { Contract, type EventOf } from '@annals/event-sourcing';
import { customerId, field, id, instant, label } from '@annals/contracts-values';
import { z } from 'zod';
import { correctionReason } from './correction.js';
import { quantity } from './quantity.js';

// Names and fields below are on disk: add a version, never edit one.

/**
 * Usage from one instant to another, the latter excluded. `register` is the register of the meter, such as `peak` or `data`;
 * `null` for a meter with a single register. `meterId` identifies a meter or a line; it must not be a telephone number,
 * because it becomes part of a stream name.
 */
export const usage = z.object({
  meterId: field(id, { en: 'Meter', zh: '计量点' }, { example: 'm-4711' }),
  register: field(label.nullable(), { en: 'Register', zh: '费率时段' }, { example: 'peak' }),
  from: field(instant, { en: 'From', zh: '起始时间' }, { example: '2026-01-01T00:00:00.000Z' }),
  to: field(instant, { en: 'To', zh: '截止时间' }, { example: '2026-02-01T00:00:00.000Z' }),
  quantity,
  unit: field(label, { en: 'Unit', zh: '单位' }, { example: 'kWh' }),
});

export const UsageMetered = Contract.of('UsageMetered', { en: 'Usage metered', zh: '用量已计量' }).v1(
  z.object({ customerId, ...usage.shape }),
);

/** The quantity and the unit of a recorded period as they are now. */
export const UsageCorrected = Contract.of('UsageCorrected', { en: 'Usage corrected', zh: '用量已更正' }).v1(
  z.object({ customerId, ...usage.shape, reason: correctionReason }),
);

/** The unit in which a register counts, as its first reading or a correction said. */
export const RegisterUnitSet = Contract.of('RegisterUnitSet', {
  en: 'Unit of a register set',
  zh: '计量单位已确定',
}).v1(z.object({ customerId, ...usage.pick({ meterId: true, register: true, unit: true }).shape }));

export const meterContracts = [UsageMetered, UsageCorrected, RegisterUnitSet] as const;

/** The events about the usage of a period. */
export type UsageEvent = EventOf<typeof UsageMetered | typeof UsageCorrected>;
export type MeterEvent = EventOf<(typeof meterContracts)[number]>;
