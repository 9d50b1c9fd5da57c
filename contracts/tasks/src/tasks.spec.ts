import { personalPaths, samplesContract } from '@annals/testing';
import { taskContracts } from './index.js';

samplesContract(taskContracts, `${import.meta.dirname}/../samples`);

it('knows which fields are personal', () => {
  expect(personalPaths(taskContracts)).toEqual({
    TaskPlanned: ['subject', 'assignee.name (employee)'],
    TaskAssigned: ['assignee.name (employee)', 'previous.name (employee)'],
    TaskChanged: ['before.subject', 'after.subject'],
    TaskCompleted: ['result'],
    TaskCancelled: ['reason'],
    TaskReopened: ['reason'],
  });
});
