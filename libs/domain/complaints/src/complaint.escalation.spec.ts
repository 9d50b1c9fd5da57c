import { ComplaintEscalated, type Tier } from '@annals/contracts-complaints';
import { recorded, scenarios } from '@annals/testing';
import { policy } from '../test/policy.js';
import { complaintId, filed, ids, overdue, resolved, withdrawn } from '../test/story.js';
import { complaint } from './complaint.decider.js';
import { escalateOverdue } from './overdue.policy.js';

const given = scenarios(complaint(policy));
const { dueAt } = filed.data;
const escalate = (tier: Tier = 1, due = dueAt) => ({ type: 'EscalateOverdue', complaintId, dueAt: due, tier }) as const;
const escalated = (from: Tier, to: Tier) =>
  ComplaintEscalated.event({ ...ids, from, to, reason: `Overdue since ${dueAt}.` });

describe('a complaint that became overdue', () => {
  it('goes to the next tier', () => given(filed, overdue).when(escalate()).then(escalated(1, 2)));

  it('is escalated once for each breach', () => {
    given(filed, overdue, escalated(1, 2)).when(escalate()).thenNothing();
    given(filed, overdue).when(escalate(1, '2026-02-01T00:00:00.000Z')).thenNothing();
    given(filed).when(escalate()).thenNothing();
  });

  it('stays at the last tier', () => given(filed, overdue, escalated(1, 3)).when(escalate(3)).thenNothing());

  it('stays where it is once it is resolved or withdrawn', () => {
    given(filed, overdue, resolved(false)).when(escalate()).thenNothing();
    given(filed, overdue, withdrawn).when(escalate()).thenNothing();
  });

  const sentAt = (recordedAt: string) =>
    escalateOverdue.on.ComplaintBecameOverdue?.(recorded([overdue], { recordedAt })[0]!);

  it('is escalated when that becomes known', () =>
    expect(sentAt('2026-01-05T17:00:00.001Z')).toEqual([
      { type: 'EscalateOverdue', fields: { complaintId, dueAt, tier: 1 } },
    ]));

  it('is only listed if it became known more than a week later, as after an import', () =>
    expect(sentAt('2026-01-13T17:00:00.000Z')).toEqual([]));
});
