import { LeadRuleAdded, LeadRuleChanged, LeadRuleSwitchedOff, LeadRuleSwitchedOn } from '@annals/contracts-leads';
import { scenarios } from '@annals/testing';
import { leadRule } from './rule.decider.js';

const given = scenarios(leadRule);
const ruleId = 'r-1';
const said = { name: 'East', members: [{ userId: 'anna', capacity: 1, awayUntil: null }], regions: ['east'] };
const entry = {
  ...{ ...said, place: 100, sources: [], countries: [], languages: [], method: 'round-robin' },
  ...{ respondWithin: null, reassignments: 0, escalateTo: null },
} as const;

const add = (more: object = {}) => ({ type: 'AddLeadRule', ruleId, ...said, ...more }) as const;
const change = (more: object) => ({ type: 'ChangeLeadRule', ruleId, ...more }) as const;
const off = (reason = 'over') => ({ type: 'SwitchOffLeadRule', ruleId, reason }) as const;
const on = (reason = 'again') => ({ type: 'SwitchOnLeadRule', ruleId, reason }) as const;
const added = LeadRuleAdded.event({ ruleId, ...entry, members: [...entry.members] } as never);
const isOff = LeadRuleSwitchedOff.event({ ruleId, reason: 'over' });
const isOn = LeadRuleSwitchedOn.event({ ruleId, reason: 'again' });

it('is added with what is said of it', () => {
  given().when(add()).then(added);
  given(added).when(add()).thenNothing();
  given(added)
    .when(add({ name: 'Other' }))
    .thenRejected('LeadRuleAlreadyAdded', { ruleId });
});

it('changes in what is new', () => {
  given(added)
    .when(change({ name: 'West', regions: ['west'], place: 100 }))
    .then(
      LeadRuleChanged.event({
        ...{ ruleId, before: { name: 'East', regions: ['east'] }, after: { name: 'West', regions: ['west'] } },
      }),
    );
  given(added)
    .when(change({ name: 'East' }))
    .thenNothing();
  given()
    .when(change({ name: 'West' }))
    .thenRejected('LeadRuleUnknown', { ruleId });
});

it('is switched off and on, each with a reason', () => {
  given(added).when(off()).then(isOff);
  given(added, isOff).when(on()).then(isOn);
  given(added, isOff).when(off()).thenNothing();
  given(added, isOff, isOn).when(on()).thenNothing();
  given(added, isOff).when(off('spam')).thenRejected('LeadRuleAlreadyOff', { ruleId });
  given(added).when(on()).thenRejected('LeadRuleAlreadyOn', { ruleId });
});

it.each([change({ name: 'West' }), off(), on()])('is not changed before its last change: $type', (command) => {
  const [earlier, occurredAt] = ['2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z'];
  given({ ...added, occurredAt }, ...(command.type === 'SwitchOnLeadRule' ? [{ ...isOff, occurredAt }] : []))
    .when({ ...command, occurredAt: earlier }, new Date(earlier))
    .thenRejected('LeadRuleOccurredTooEarly');
});
