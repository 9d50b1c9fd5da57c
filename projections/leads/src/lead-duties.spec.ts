import type { LeadEvent } from '@annals/contracts-leads';
import { fieldsOf, project } from '@annals/event-sourcing';
import { anyLogOf, projectionContract, recorded } from '@annals/testing';
import { anyEvent, assigned, captured, contacted, converted, disqualified } from '../test/events.js';
import { missed, mute, recycled, routed, whole } from '../test/events.js';
import { leadDuties } from './index.js';

it('has a user while it is open, and a day on which it is to be open again', () => {
  const dutyAfter = (...events: LeadEvent[]) => {
    const duty = project(leadDuties, recorded(events)).get('le-1');
    return duty && fieldsOf(leadDuties, duty);
  };
  expect(dutyAfter(captured)).toEqual({ openOwner: null, recycleOn: null, respondBy: null });
  expect(dutyAfter(whole)).toEqual({ openOwner: 'li.na', recycleOn: null, respondBy: null });
  expect(dutyAfter(captured, assigned, disqualified)).toEqual({
    openOwner: null,
    recycleOn: '2026-09-01',
    respondBy: null,
  });
  expect(dutyAfter(captured, assigned, mute, recycled)).toEqual({ openOwner: 'max', recycleOn: null, respondBy: null });
  expect(dutyAfter(captured, assigned, converted)).toEqual({ openOwner: null, recycleOn: null, respondBy: null });
  expect(dutyAfter(assigned, mute, recycled)).toBeUndefined();
});

it('is to be answered in time until it is contacted, missed or ended', () => {
  const dueAfter = (...events: LeadEvent[]) =>
    fieldsOf(leadDuties, project(leadDuties, recorded(events)).get('le-1')!)['respondBy'];
  expect(dueAfter(captured, routed)).toBe(routed.data.respondBy);
  for (const ended of [contacted, missed, mute, assigned]) expect(dueAfter(captured, routed, ended)).toBeNull();
});

projectionContract(leadDuties, anyLogOf(anyEvent));
