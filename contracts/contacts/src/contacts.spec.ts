import { personalPaths, samplesContract } from '@annals/testing';
import { contactContracts } from './index.js';

samplesContract(contactContracts, `${import.meta.dirname}/../samples`);

it('marks the summary, the contact person and the employee as personal', () => {
  expect(personalPaths(contactContracts)).toEqual({
    ContactMade: ['summary', 'contactedBy.name (employee)', 'person'],
    ContactAllowed: ['reason', 'allowedBy.name (employee)'],
  });
});
