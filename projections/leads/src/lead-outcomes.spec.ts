import { frequenciesWith, STEP, type Frequencies } from '@annals/analytics';
import type { LeadEvent } from '@annals/contracts-leads';
import { project } from '@annals/event-sourcing';
import { anyLogOf, projectionContract, recorded } from '@annals/testing';
import { anyEvent, captured, contacted, converted, disqualified, mute, recycled, whole } from '../test/events.js';
import { closedLead, leadList, leadOutcomes, LEAD_STEPS, openLead, outcomeKey } from './index.js';

const list = leadList({ phoneRegion: 'CN', calendar: { timeZone: 'UTC' }, scoreRules: [] });
const after = (...events: LeadEvent[]) => project(leadOutcomes, recorded(events));
const openAfter = (...events: LeadEvent[]) => openLead(project(list, recorded(events)).get('le-1')!);

it('counts by each value what became of leads, until they are recycled', () => {
  const outcomes = after(disqualified, converted, mute);
  expect(outcomes.get(outcomeKey('source', 'phone'))).toEqual({ field: 'source', value: 'phone', won: 1, lost: 2 });
  expect(outcomes.get(outcomeKey(STEP, 'contacted'))).toEqual({ field: STEP, value: 'contacted', won: 1, lost: 0 });
  expect(after(mute, recycled).size).toBe(0);
});

it('equals the frequencies of the closed cases', () => {
  const cases = [converted, disqualified, mute].map(({ type, data: { facts } }) =>
    closedLead(facts, type === 'LeadConverted'),
  );
  const known = cases.reduce<Frequencies>(frequenciesWith, {});
  const counts = Object.entries(known).flatMap(([field, { of }]) =>
    Object.entries(of).map(([value, outcomes]) => ({ field, value, ...outcomes })),
  );
  const found = [...after(converted, disqualified, mute).values()];
  expect(new Set(found)).toEqual(new Set(counts));
});

it('looks at the same values of an open lead', () => {
  expect(openAfter(whole)).toMatchObject({
    ...{ source: ['web-form'], country: ['CN'], products: ['Chai'], 'has.phone': ['yes'], 'has.budget': ['yes'] },
    [STEP]: [LEAD_STEPS[0]],
  });
  expect(openAfter(captured, contacted)).toMatchObject({
    ...{ source: ['phone'], country: [], products: [], 'has.phone': ['no'], [STEP]: [LEAD_STEPS[1]] },
  });
  expect(closedLead({ source: 'phone', known: ['phone'], contacted: true }, false).steps).toEqual(LEAD_STEPS);
});

projectionContract(leadOutcomes, anyLogOf(anyEvent));
