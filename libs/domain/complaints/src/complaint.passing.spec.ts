import { ComplaintAssigned } from '@annals/contracts-complaints';
import { scenarios } from '@annals/testing';
import { policy } from '../test/policy.js';
import { complaintId, filed, ids, resolved } from '../test/story.js';
import { complaint } from './complaint.decider.js';

const given = scenarios(complaint(policy));
const [anna, max] = [{ id: 'anna', name: 'Anna' }, { id: 'max' }];
const assigned = (assignee: { id: string }, previous: { id: string } | null = null) =>
  ComplaintAssigned.event({ ...ids, assignee, previous });
const pass = (userId: string, to = max) => ({ type: 'PassComplaint', complaintId, userId, to }) as const;

describe('passing a complaint on', () => {
  it('assigns it to who takes over', () => given(filed, assigned(anna)).when(pass('anna')).then(assigned(max, anna)));

  it('is refused if it is assigned to another user, or to nobody', () => {
    given(filed, assigned(anna)).when(pass('bo')).thenRejected('NotResponsible', { userId: 'bo' });
    given(filed).when(pass('anna')).thenRejected('NotResponsible');
  });

  it('is silent when repeated, and for the same user', () => {
    given(filed, assigned(anna), assigned(max, anna)).when(pass('anna')).thenNothing();
    given(filed, assigned(max)).when(pass('max')).thenNothing();
  });

  it('leaves what was assigned later with whom it was assigned to', () =>
    given(filed, { ...assigned(anna), occurredAt: '2026-01-06T09:00:00.000Z' })
      .when(pass('anna'), new Date('2026-01-05T09:00:00Z'))
      .thenNothing());

  it('leaves a complaint that is resolved with who resolved it', () =>
    given(filed, assigned(anna), resolved(true)).when(pass('anna')).thenNothing());
});
