import { daysIn } from '@annals/analytics';
import { WorkHandedOver } from '@annals/contracts-organisation';
import { fold } from '@annals/event-sourcing';
import { recorded } from '@annals/testing';
import { CustomerRegistered } from '@annals/contracts-customers';
import { anna, assigned, captured, max } from '../test/story.js';
import { dealsOfLeads } from './conversion.policy.js';
import { handOverLeads, owned } from './hand-over.policy.js';
import { lead } from './lead.decider.js';
import { recycleLeads } from './recycling.policy.js';

const days = daysIn('UTC');
const duty = { leadId: 'le-1', open: false, owner: 'anna', recycleOn: '2026-02-01', respondBy: null, since: {} };

it('recycles a lead on its day', () =>
  expect(recycleLeads(days).send(duty)).toEqual([
    { type: 'RecycleDueLead', fields: { leadId: 'le-1', recycleOn: '2026-02-01' } },
  ]));

it('passes the open leads of a user on', () => {
  const [event] = recorded([WorkHandedOver.event({ handOverId: 'h-1', userId: 'anna', to: [max], reason: 'left' })]);
  expect(handOverLeads.on.WorkHandedOver!(event!)).toEqual(owned.of('anna'));
  expect(handOverLeads.send(duty, event!)).toEqual([
    { type: 'PassLead', fields: { leadId: 'le-1', userId: 'anna', to: max } },
  ]);
  expect(owned.list('a b')).toBe('leads?owner=a%20b&status=new&status=contacted');
});

it('has the deal of a lead opened when its customer is registered, and of no other customer', () => {
  const registered = (customerId: string) =>
    recorded([
      CustomerRegistered.event({ customerId, profile: { kind: 'person', name: '王芳', roles: ['prospect'] } }),
    ])[0]!;
  const draftsOf = (customerId: string) => dealsOfLeads.on.CustomerRegistered!(registered(customerId));
  expect(draftsOf('lead:le-1')).toEqual([{ type: 'DueLeadDeal', fields: { leadId: 'le-1' } }]);
  expect(draftsOf('u-1')).toEqual([]);
});

it('is looked after by its owner', () => {
  const rules = lead(days);
  const partiesAfter = (...events: Parameters<typeof recorded>[0]) => rules.parties!(fold(rules, recorded(events)));
  expect(partiesAfter()).toEqual([]);
  expect(partiesAfter(captured())).toEqual([]);
  expect(partiesAfter(captured(), assigned(anna))).toEqual(['anna']);
});
