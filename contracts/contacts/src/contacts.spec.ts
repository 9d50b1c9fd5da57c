import { personalPaths, samplesContract } from '@annals/testing';
import { callerContracts, contactContracts } from './index.js';

const contracts = [...contactContracts, ...callerContracts];

samplesContract(contracts, `${import.meta.dirname}/../samples`);

it('marks the summary, the contact person, the employee and all that a caller said as personal', () => {
  expect(personalPaths(contracts)).toEqual({
    ContactMade: ['summary', 'contactedBy.name (employee)', 'person'],
    ContactAllowed: ['reason', 'allowedBy.name (employee)'],
    UnknownCallerContacted: [
      ...['contactedBy.name (employee)', 'summary (caller)', 'name (caller)', 'phone (caller)', 'email (caller)'],
      ...['complaint.subject (caller)', 'complaint.text (caller)'],
    ],
    CallerIdentified: ['contactedBy.name (employee)', 'complaint.subject', 'complaint.text'],
    CallerClosed: ['reason (caller)'],
  });
});
