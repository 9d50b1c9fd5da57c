import { samplesContract } from '@annals/testing';
import { complaintContracts } from './index.js';

samplesContract(complaintContracts, `${import.meta.dirname}/../samples`);

it('knows which fields are personal', () => {
  const personal = complaintContracts.map(({ type, personalFields }) => [type, personalFields]);
  expect(Object.fromEntries(personal)).toEqual({
    ComplaintFiled: ['subject', 'text'],
    ComplaintAssigned: [],
    ComplaintEscalated: [],
    ComplaintResolved: ['remedy'],
    ComplaintReopened: ['subject'],
    SatisfactionRated: ['comment'],
  });
});
