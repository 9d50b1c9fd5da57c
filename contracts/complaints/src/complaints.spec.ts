import { personalPaths, samplesContract } from '@annals/testing';
import { complaintContracts } from './index.js';

samplesContract(complaintContracts, `${import.meta.dirname}/../samples`);

it('knows which fields are personal', () => {
  expect(personalPaths(complaintContracts)).toEqual({
    ComplaintFiled: ['subject', 'text'],
    ComplaintAssigned: ['assignee.name (employee)', 'previous.name (employee)'],
    ComplaintEscalated: ['reason'],
    ComplaintResolved: ['remedy'],
    ComplaintReopened: ['reason', 'subject', 'assignee.name (employee)'],
    SatisfactionRated: ['comment'],
    FirstResponseGiven: ['note'],
    ComplaintPaused: ['reason'],
    ComplaintResumed: ['reason'],
    ComplaintCommented: ['text'],
    ComplaintChanged: ['before.subject', 'before.text', 'after.subject', 'after.text', 'reason'],
    ComplaintBecameOverdue: ['assignee.name (employee)'],
    ComplaintWithdrawn: ['reason'],
  });
});
