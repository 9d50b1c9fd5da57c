import { command } from '@annals/command-bus';
import { usage } from '@annals/contracts-accounts';
import { customerId, sentInstant } from '@annals/contracts-values';

const { meterId, register, from, to, quantity, unit } = usage.shape;

export class MeterUsage extends command(
  'MeterUsage',
  { meterId, customerId, register: register.optional(), from: sentInstant(from), to: sentInstant(to), quantity, unit },
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
