import { command } from '@annals/command-bus';
import { correctionReason, usage } from '@annals/contracts-accounts';
import { customerId, sentInstant } from '@annals/contracts-values';

const { meterId, register, from, to, quantity, unit } = usage.shape;

const until = sentInstant(to).meta({ examples: ['2026-02-01T00:00:00.000Z', '2026-01-01T00:15:00.000Z'] });

export class MeterUsage extends command(
  'MeterUsage',
  { meterId, customerId, register: register.optional(), from: sentInstant(from), to: until, quantity, unit },
  {
    post: 'meters/:meterId/usage',
    summary: { en: 'Record the usage of a period', zh: '记录用量' },
    description: {
      en: 'The period ends before `to`; `register` distinguishes the registers of one meter.',
      zh: '从起始时间到截止时间（不含）；`register` 区分同一计量点的不同计数。',
    },
    needs: 'accounts.write',
    about: 'customerId',
  },
) {}

export class CorrectUsage extends command(
  'CorrectUsage',
  {
    meterId,
    customerId,
    register: register.optional(),
    from: sentInstant(from),
    to: until,
    quantity,
    unit,
    reason: correctionReason,
  },
  {
    post: 'meters/:meterId/correct',
    summary: { en: 'Correct the usage of a period that was recorded wrongly', zh: '更正用量记录' },
    description: {
      en: 'The period is one that is recorded; `quantity` and `unit` replace those of it. A quantity of 0 says that there was no such period.',
      zh: '期间须为已记录的期间；`quantity` 和 `unit` 替换原值。数量为 0 表示该期间并不存在。',
    },
    needs: 'accounts.write',
    about: 'customerId',
  },
) {}
