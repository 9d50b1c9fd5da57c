import {
  LeadResponseMissed,
  LeadRouted,
  LeadRuleAdded,
  LeadRuleChanged,
  LeadRuleSwitchedOff,
  LeadRuleSwitchedOn,
} from '@annals/contracts-leads';
import type { Event, Policy } from '@annals/event-sourcing';
import { recorded } from '@annals/testing';
import { anna, assigned, captured, converted, disqualified } from '../test/story.js';
import { asked, assignment, entry, routed, UNTIL } from '../test/rules.js';
import { routingPolicies } from './routing.policy.js';

const named = (name: string): Policy => routingPolicies.find((policy) => policy.name === name)!;

/** What a policy sends because of an event. */
const sentBy = (name: string, event: Event) => {
  const { on } = named(name) as { readonly on: Readonly<Record<string, (event: unknown) => readonly object[]>> };
  return on[event.type]!(recorded([event])[0]);
};
const ruleId = 'r-1';
const occurredAt = recorded([captured()])[0]!.recordedAt;

it('notes what is new of a rule', () => {
  const note = (said: object, isOn?: boolean) => [
    { type: 'NoteLeadRule', fields: { ruleId, entry: said, ...(isOn !== undefined && { isOn }) } },
  ];
  const sent = (event: Event) => sentBy('route-leads', event);
  expect(sent(LeadRuleAdded.event({ ruleId, ...entry }))).toEqual(note(entry, true));
  expect(sent(LeadRuleChanged.event({ ruleId, before: { place: 10 }, after: { place: 5 } }))).toEqual(
    note({ place: 5 }),
  );
  expect(sent(LeadRuleSwitchedOff.event({ ruleId, reason: 'x' }))).toEqual(note({}, false));
  expect(sent(LeadRuleSwitchedOn.event({ ruleId, reason: 'x' }))).toEqual(note({}, true));
});

it('has leads without an owner assigned when they are recorded', () => {
  expect(sentBy('route-leads', captured({ region: 'east' }))).toEqual([
    { type: 'RouteLead', fields: { leadId: 'le-1', asked, occurredAt } },
  ]);
  expect(sentBy('route-leads', captured({ owner: anna }))).toEqual([]);
});

it('has leads that were not answered assigned to another user', () => {
  const missed = LeadResponseMissed.event({ leadId: 'le-1', owner: anna, respondBy: UNTIL, ...asked });
  expect(sentBy('route-leads', missed)).toEqual([
    { type: 'RouteLead', fields: { leadId: 'le-1', asked: { ...asked, missedBy: 'anna' }, occurredAt } },
  ]);
  const { send } = named('miss-lead-responses') as unknown as { readonly send: (duty: object) => readonly object[] };
  expect(send({ leadId: 'le-1', respondBy: UNTIL })).toEqual([
    { type: 'MissLeadResponse', fields: { leadId: 'le-1', respondBy: UNTIL } },
  ]);
});

it('gives a lead to the owner whom a rule chose', () => {
  const fields = { leadId: 'le-1', owner: { id: 'anna' }, assignment, respondBy: UNTIL };
  expect(sentBy('assign-routed-leads', routed('anna'))).toEqual([{ type: 'AssignRoutedLead', fields }]);
  const again = LeadRouted.event({ ...routed('anna').data, asked: { ...asked, missedBy: 'bo' } });
  expect(sentBy('assign-routed-leads', again)).toMatchObject([{ fields: { ...fields, missedBy: 'bo' } }]);
});

it('releases leads that have ended, or that a user assigns', () => {
  const release = [{ type: 'ReleaseLead', fields: { leadId: 'le-1' } }];
  for (const event of [assigned(anna), disqualified(), converted()])
    expect(sentBy('route-leads', event)).toEqual(release);
  const byRule = assigned(anna);
  expect(sentBy('route-leads', { ...byRule, data: { ...byRule.data, rule: 'East' } })).toEqual([]);
});
