import { command } from '@annals/command-bus';
import { usage } from '@annals/contracts-accounts';
import { customerId } from '@annals/contracts-values';

const { meterId, register, from, to, quantity, unit } = usage.shape;

/** From an instant up to another, the latter excluded; `register` tells apart what one meter counts. */
export class MeterUsage extends command(
  'MeterUsage',
  { meterId, customerId, register: register.optional(), from, to, quantity, unit },
  {
    post: 'meters/:meterId/usage',
    summary: { en: 'Record what was used in a period', zh: '记录用量' },
    needs: 'accounts.write',
    about: 'customerId',
  },
) {}
