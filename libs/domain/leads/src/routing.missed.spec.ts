import { daysIn } from '@annals/analytics';
import { LeadRouted, LeadRuleNoted, type Considered } from '@annals/contracts-leads';
import { UserDeactivated } from '@annals/contracts-organisation';
import { scenarios } from '@annals/testing';
import { asked, assignment, considered, entry, member, noted, released, routed, UNTIL } from '../test/rules.js';
import { leadRouting } from './routing.decider.js';

const given = scenarios(
  leadRouting({ ...daysIn('UTC'), later: (at, minutes) => new Date(at.getTime() + minutes * 60_000) }),
);

const route = { type: 'RouteLead', leadId: 'le-1', asked } as const;
const missed = (missedBy: string) => ({ ...route, asked: { ...asked, missedBy } });
const left = (userId: string) => UserDeactivated.event({ userId, reason: 'left' });

describe('a lead that is not answered in time', () => {
  const hadBoth = [
    considered('anna', { turns: 1, passedOver: 'asked' as const, open: 0 }),
    considered('bo', { turns: 1, open: 1, passedOver: 'asked' as const }),
  ];
  const hadOne = [considered('anna', { turns: 1, open: 1, passedOver: 'asked' }), considered('bo')];
  const second = LeadRouted.event({
    ...{ leadId: 'le-1', asked: missed('anna').asked, owner: { id: 'bo' }, respondBy: UNTIL },
    assignment: { ...assignment, attempt: 2, considered: hadOne },
  });
  const toManager = (attempt: number, all: readonly Considered[], missedBy: string) =>
    LeadRouted.event({
      ...{ leadId: 'le-1', asked: missed(missedBy).asked, owner: { id: 'max' } },
      assignment: { ...assignment, attempt, escalated: true, considered: [...all] },
    });

  it('passes to the next user, and then to the manager', () => {
    given(noted(), routed('anna')).when(missed('anna')).then(second);
    given(noted(), routed('anna'), second).when(missed('anna')).thenNothing();
    given(noted(), routed('anna'), second)
      .when(missed('bo'))
      .then(toManager(3, hadBoth, 'bo'));
    given(noted({ reassignments: 0 }), routed('anna'))
      .when(missed('anna'))
      .then(toManager(2, hadOne, 'anna'));
  });

  it('stays if there is no manager, or one who has left or had it', () => {
    const alone = { members: [member('anna')] };
    given(noted({ ...alone, escalateTo: null }), routed('anna'))
      .when(missed('anna'))
      .thenNothing();
    given(noted({ ...alone, escalateTo: 'anna' }), routed('anna'))
      .when(missed('anna'))
      .thenNothing();
    given(noted(alone), routed('anna')).inContext(left('max')).when(missed('anna')).thenNothing();
    given(noted()).when(missed('anna')).thenNothing();
  });
});

describe('a lead', () => {
  const release = { type: 'ReleaseLead', leadId: 'le-1' } as const;
  it('is released once if a rule assigned it', () => {
    given(noted(), routed('anna')).when(release).then(released('anna'));
    given(noted(), routed('anna'), released('anna')).when(release).thenNothing();
    given(noted()).when(release).thenNothing();
    given(released('anna'), noted()).when(route).then(routed('anna'));
  });
});

describe('a rule', () => {
  const note = (more: object = {}, isOn?: boolean) =>
    ({ type: 'NoteLeadRule', ruleId: 'r-1', entry: more, ...(isOn !== undefined && { isOn }) }) as const;
  it('is noted with what is new', () => {
    given().when(note(entry, true)).then(noted());
    given(noted())
      .when(note({ place: 5 }))
      .then(LeadRuleNoted.event({ ruleId: 'r-1', entry: { place: 5 }, isOn: true }));
    given(noted())
      .when(note({}, false))
      .then(LeadRuleNoted.event({ ruleId: 'r-1', entry: {}, isOn: false }));
    given(noted())
      .when(note({ place: 10 }))
      .thenNothing();
    const later = LeadRuleNoted.event({ ruleId: 'r-1', entry: { place: 5 } });
    given(noted(), later).when(route).then(routed('anna'));
  });
});
