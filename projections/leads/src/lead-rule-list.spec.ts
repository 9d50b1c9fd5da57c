import {
  LeadRuleAdded,
  LeadRuleChanged,
  leadRuleContracts,
  LeadRuleSwitchedOff,
  LeadRuleSwitchedOn,
  type LeadRuleEvent,
} from '@annals/contracts-leads';
import { fieldsOf, project } from '@annals/event-sourcing';
import { anyLogOf, recorded, viewContract } from '@annals/testing';
import fc from 'fast-check';
import { leadRuleList } from './index.js';

const ruleId = 'r-1';
const entry = {
  ...{ name: 'East', place: 10, sources: [], regions: ['east'], countries: [], languages: [] },
  ...{ method: 'round-robin' as const, members: [{ userId: 'anna', capacity: 1, awayUntil: null }] },
  ...{ respondWithin: 60, reassignments: 1, escalateTo: 'max' },
};
const added = LeadRuleAdded.event({ ruleId, ...entry });
const changed = LeadRuleChanged.event({ ruleId, before: { respondWithin: 60 }, after: { respondWithin: null } });
const off = LeadRuleSwitchedOff.event({ ruleId, reason: 'over' });
const on = LeadRuleSwitchedOn.event({ ruleId, reason: 'again' });

const after = (...events: LeadRuleEvent[]) => project(leadRuleList, recorded(events)).get(ruleId);

it('shows a rule as it is, and whether it is on', () => {
  expect(leadRuleList.answer.of(after(added)!)).toEqual({
    ...{ ruleId, ...entry, status: 'on', reason: null, addedAt: '2026-01-01T00:00:00.000Z' },
  });
  expect(after(added, changed, off)).toMatchObject({ respondWithin: null, status: 'off', reason: 'over', revision: 2 });
  expect(after(added, off, on)).toMatchObject({ status: 'on', reason: 'again' });
  expect(after(off)).toBeUndefined();
});

it('is found by status, method and user', () =>
  expect(fieldsOf(leadRuleList, after(added)!)).toMatchObject({
    ...{ status: 'on', method: 'round-robin', member: ['anna'], place: 10, name: 'east' },
  }));

viewContract(leadRuleList, leadRuleContracts, anyLogOf(fc.constantFrom<LeadRuleEvent>(added, changed, off, on)));
