import { command } from '@annals/command-bus';
import { differentReason, otherId } from '@annals/contracts-duplicates';
import { customerId } from '@annals/contracts-values';

export class FindDifferent extends command(
  'FindDifferent',
  { customerId, otherId, reason: differentReason },
  {
    post: 'customers/:customerId/find-different',
    summary: { en: 'Record that two customers are not the same', zh: '确认两个客户并非同一客户' },
    description: {
      en: 'The pair is no longer listed among probable duplicates, until something else than what is known now speaks for one customer. The finding is in the history of both.',
      zh: '该对客户不再列为疑似重复，直到出现现有依据之外的新依据。结论记入双方的历史。',
    },
    needs: 'duplicates.settle',
    about: 'customerId',
    alsoAbout: 'otherId',
  },
) {}
