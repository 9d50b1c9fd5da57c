import type { LeadEvent } from '@annals/contracts-leads';
import { fieldsOf, project } from '@annals/event-sourcing';
import { anyLogOf, projectionContract, recorded } from '@annals/testing';
import { anyEvent, assigned, captured, converted, disqualified, mute, recycled, whole } from '../test/events.js';
import { leadDuties } from './index.js';

it('has a user while it is open, and a day on which it is to be open again', () => {
  const dutyAfter = (...events: LeadEvent[]) => {
    const duty = project(leadDuties, recorded(events)).get('le-1');
    return duty && fieldsOf(leadDuties, duty);
  };
  expect(dutyAfter(captured)).toEqual({ openOwner: null, recycleOn: null });
  expect(dutyAfter(whole)).toEqual({ openOwner: 'li.na', recycleOn: null });
  expect(dutyAfter(captured, assigned, disqualified)).toEqual({ openOwner: null, recycleOn: '2026-09-01' });
  expect(dutyAfter(captured, assigned, mute, recycled)).toEqual({ openOwner: 'max', recycleOn: null });
  expect(dutyAfter(captured, assigned, converted)).toEqual({ openOwner: null, recycleOn: null });
  expect(dutyAfter(assigned, mute, recycled)).toBeUndefined();
});

projectionContract(leadDuties, anyLogOf(anyEvent));
