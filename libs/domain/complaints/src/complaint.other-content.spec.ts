import {
  ComplaintAssigned,
  ComplaintEscalated,
  ComplaintFiled,
  ComplaintReopened,
  ComplaintResolved,
  type ComplaintEvent,
} from '@annals/contracts-complaints';
import { scenarios } from '@annals/testing';
import { policy } from '../test/policy.js';
import { complaint } from './complaint.decider.js';

const complaintId = 'c-1';
const ids = { complaintId, customerId: 'u-1' };
const about = { category: 'billing', severity: 'high', subject: 'Bill' } as const;
const filed = ComplaintFiled.event({
  ...{ ...ids, ...about, channel: 'phone', text: 'Not my meter' },
  dueAt: '2026-01-05T17:00:00.000Z',
});
const given = (...past: ComplaintEvent[]) => scenarios(complaint(policy))(filed, ...past);

describe('assigning a complaint to its assignee', () => {
  const assignee = { id: 'e-1', name: 'Ann' };
  const assigned = ComplaintAssigned.event({ ...ids, assignee, previous: null });

  it('records another name', () =>
    given(assigned)
      .when({ type: 'AssignComplaint', complaintId, assignee: { id: 'e-1', name: 'Anna' } })
      .then(ComplaintAssigned.event({ ...ids, assignee: { id: 'e-1', name: 'Anna' }, previous: assignee })));
  it('is silent when only the id is given', () =>
    given(assigned)
      .when({ type: 'AssignComplaint', complaintId, assignee: { id: 'e-1' } })
      .thenNothing());
});

describe('escalating a complaint to its tier', () => {
  const escalate = (to: 1 | 2, reason: string) => ({ type: 'EscalateComplaint', complaintId, to, reason }) as const;
  const escalated = ComplaintEscalated.event({ ...ids, from: 1, to: 2, reason: 'unanswered' });

  it('is silent for the same reason', () => given(escalated).when(escalate(2, 'unanswered')).thenNothing());
  it('is refused for another reason', () =>
    given(escalated).when(escalate(2, 'rude')).thenRejected('ComplaintAlreadyEscalated', { to: 2 }));
  it('is silent at the first tier', () => given().when(escalate(1, 'rude')).thenNothing());
});

it('is not reopened for another reason', () => {
  const resolved = ComplaintResolved.event({ ...ids, rootCause: 'meters swapped', remedy: 'refund', onTime: true });
  const again = { ...about, tier: 1, assignee: null, dueAt: '2026-01-06T17:00:00.000Z' } as const;
  const reopened = ComplaintReopened.event({ ...ids, reason: 'no refund yet', ...again });
  given(resolved, reopened)
    .when({ type: 'ReopenComplaint', complaintId, reason: 'refund too small' })
    .thenRejected('ComplaintNotResolved', { status: 'reopened' });
});
