import { problems } from '@annals/event-sourcing';

/** Problems of readings. */
export const meterProblems = problems({
  PeriodEmpty: {
    kind: 'conflict',
    title: { en: 'Period empty', zh: '期间为空' },
    detail: {
      en: 'The period from {from} to {to} has no duration. Send a `to` that is later than `from`.',
      zh: '期间 {from} 至 {to} 没有时长。请使 `to` 晚于 `from`。',
    },
    example: { from: '2026-01-01T00:00:00.000Z', to: '2026-01-01T00:00:00.000Z' },
  },
  PeriodTooLong: {
    kind: 'conflict',
    title: { en: 'Period too long', zh: '期间过长' },
    detail: {
      en: 'The period from {from} to {to} is longer than {days} days. Split it.',
      zh: '期间 {from} 至 {to} 超过 {days} 天。请拆分后发送。',
    },
    example: { from: '2020-01-01T00:00:00.000Z', to: '2026-01-01T00:00:00.000Z', days: 731 },
  },
  UsageAlreadyMetered: {
    kind: 'conflict',
    title: { en: 'Usage already recorded', zh: '用量已记录' },
    detail: {
      en: 'The usage of meter {meterId} from {from} to {to} is recorded already, with another quantity or unit. Check the reading.',
      zh: '计量点 {meterId} 在 {from} 至 {to} 的用量已记录，且数量或单位不同。请核对读数。',
    },
    example: {
      ...{ meterId: 'M-1', register: 'day' },
      ...{ from: '2026-01-01T00:00:00.000Z', to: '2026-02-01T00:00:00.000Z' },
    },
  },
  UsageUnknown: {
    kind: 'missing',
    title: { en: 'Usage not found', zh: '用量不存在' },
    detail: {
      en: 'No usage of meter {meterId} is recorded from {from} to {to}. Send the period and the register that are recorded.',
      zh: '计量点 {meterId} 没有 {from} 至 {to} 的用量记录。请使用已记录的期间和费率时段。',
    },
    example: {
      ...{ meterId: 'M-1', register: 'day' },
      ...{ from: '2026-01-01T00:00:00.000Z', to: '2026-02-01T00:00:00.000Z' },
    },
  },
  PeriodsOverlap: {
    kind: 'conflict',
    title: { en: 'Periods overlap', zh: '期间重叠' },
    detail: {
      en: 'The period overlaps that from {from} to {to}, which is recorded for the same register of meter {meterId}. Check both; a wrong one can be corrected.',
      zh: '该期间与计量点 {meterId} 同一费率时段已记录的 {from} 至 {to} 重叠。请核对；有误的记录可以更正。',
    },
    example: { meterId: 'M-1', from: '2026-01-01T00:00:00.000Z', to: '2026-02-01T00:00:00.000Z' },
  },
  UnitDiffers: {
    kind: 'conflict',
    title: { en: 'Unit differs', zh: '单位不一致' },
    detail: {
      en: 'The register of meter {meterId} is recorded in {known}, not in {unit}. Send the quantity in {known}.',
      zh: '计量点 {meterId} 的该费率时段以 {known} 记录，而不是 {unit}。请以 {known} 发送数量。',
    },
    example: { meterId: 'M-1', known: 'kWh', unit: 'MWh' },
  },
});
