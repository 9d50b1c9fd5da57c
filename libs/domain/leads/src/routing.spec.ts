import { daysIn } from '@annals/analytics';
import { LeadRouted, LeadRuleNoted, type Considered } from '@annals/contracts-leads';
import { UserDeactivated, UserReactivated } from '@annals/contracts-organisation';
import { decide, fold } from '@annals/event-sourcing';
import { recorded, scenarios } from '@annals/testing';
import { asked, considered, entry, member, noted, released, routed, UNTIL } from '../test/rules.js';
import { leadRouting } from './routing.decider.js';

const routing = leadRouting({
  ...daysIn('UTC'),
  later: (at, minutes) => new Date(at.getTime() + minutes * 60_000),
});
const given = scenarios(routing);

const route = (leadId = 'le-1', more: object = {}) =>
  ({ type: 'RouteLead', leadId, asked: { ...asked, ...more } }) as const;
const left = (userId: string) => UserDeactivated.event({ userId, reason: 'left' });
const back = (userId: string) => UserReactivated.event({ userId, reason: null });

/** Who gets some leads that arrive one after the other. */
const ownersOf = (count: number, ...events: Parameters<typeof recorded>[0]) => {
  let log = [...events];
  for (let number = 0; number < count; number += 1) {
    const context = fold(routing.context!, []);
    const command = route(`le-${number}`);
    log = [...log, ...decide(routing, command, fold(routing, recorded(log)), new Date(UNTIL), context)];
  }
  return log.slice(events.length).map(({ data }) => (data as { readonly owner: { readonly id: string } }).owner.id);
};

describe('a lead without an owner', () => {
  it('gets that of the first rule that it meets, with all who were considered', () => {
    given(noted()).when(route()).then(routed('anna'));
    given(noted({ place: 20, name: 'Later' }, 'r-0'), noted())
      .when(route())
      .then(routed('anna'));
  });

  it.each([
    ['the source', { sources: ['phone'] }],
    ['the region', { regions: ['west'] }],
    ['the country', { countries: ['CN'] }],
    ['the language', { languages: ['zh'] }],
  ])('is not assigned by a rule of which %s is another one', (_, more) =>
    given(noted(more)).when(route()).thenNothing(),
  );

  it('is not assigned by a rule that is off, or not known as a whole', () => {
    given(noted({}, 'r-1', false))
      .when(route())
      .thenNothing();
    given(LeadRuleNoted.event({ ruleId: 'r-1', entry: { place: 1 }, isOn: true }))
      .when(route())
      .thenNothing();
    given(LeadRuleNoted.event({ ruleId: 'r-1', entry }))
      .when(route())
      .thenNothing();
  });

  it('has no time to be answered in without one in the rule', () => {
    const { respondBy: _, ...data } = routed('anna').data;
    given(noted({ respondWithin: null }))
      .when(route())
      .then(LeadRouted.event(data));
  });

  it('is assigned once, and not for other facts', () => {
    given(noted(), routed('anna')).when(route()).thenNothing();
    given(noted(), routed('anna'))
      .when(route('le-1', { source: 'phone' }))
      .thenRejected('LeadAlreadyRouted', { leadId: 'le-1' });
  });
});

describe('users in turn', () => {
  it('get leads by their capacity', () => {
    expect(ownersOf(6, noted({ members: [member('anna', 2), member('bo')] }))).toEqual([
      ...['anna', 'anna', 'bo', 'anna', 'anna', 'bo'],
    ]);
  });

  const without = (reason: Considered['passedOver']) =>
    routed('bo', 'le-1', { considered: [considered('anna', { passedOver: reason }), considered('bo')] });

  it('are passed over while they are away or no longer active', () => {
    given(noted({ members: [member('anna', 1, '2026-01-05'), member('bo')] }))
      .when(route())
      .then(without('away'));
    given(noted({ members: [member('anna', 1, '2026-01-04'), member('bo')] }))
      .when(route())
      .then(routed('anna'));
    given(noted()).inContext(left('anna')).when(route()).then(without('left'));
    given(noted()).inContext(left('anna'), back('anna')).when(route()).then(routed('anna'));
  });

  it('leave the lead to the next rule if none of them is there', () => {
    const next = noted({ place: 20, name: 'All', members: [member('mei')] }, 'r-2');
    given(noted(), next)
      .inContext(left('anna'), left('bo'))
      .when(route())
      .then(routed('mei', 'le-1', { ruleId: 'r-2', rule: 'All', considered: [considered('mei')] }));
    given(noted()).inContext(left('anna'), left('bo')).when(route()).thenNothing();
  });
});

it('the least busy user is the one with the fewest open leads', () => {
  const rule = noted({ method: 'least-busy' });
  expect(ownersOf(3, rule, routed('anna', 'a'), routed('anna', 'b'))).toEqual(['bo', 'bo', 'anna']);
  expect(ownersOf(1, rule, routed('anna', 'a'), released('anna', 'a'))).toEqual(['anna']);
});
