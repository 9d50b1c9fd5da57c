import { personalPaths, samplesContract } from '@annals/testing';
import { loanContracts } from './index.js';

samplesContract(loanContracts, `${import.meta.dirname}/../samples`);

it('knows which fields are personal', () => {
  expect(personalPaths(loanContracts)).toEqual({ DeviceLent: ['note'], LoanExtended: [], DeviceReturned: [] });
});
