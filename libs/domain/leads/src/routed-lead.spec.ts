import { LeadAssigned, LeadResponseMissed } from '@annals/contracts-leads';
import { anna, assign, assigned, captured, contacted, disqualified, given, leadId, max } from '../test/story.js';
import { assignment, UNTIL } from '../test/rules.js';

const by = (owner: object, more: object = {}) =>
  ({ type: 'AssignRoutedLead', leadId, owner, assignment, respondBy: UNTIL, ...more }) as never;
const chosen = (owner: { id: string }, previous: object | null = null, more: object = {}) =>
  LeadAssigned.event({
    ...{ leadId, owner, previous: previous as null, rule: 'East', assignment, respondBy: UNTIL, ...more },
  });
const miss = { type: 'MissLeadResponse', leadId, respondBy: UNTIL } as const;
const late = LeadResponseMissed.event({ leadId, owner: anna, respondBy: UNTIL, source: 'web-form' });
const at = (occurredAt: string) => ({ occurredAt });
const [BEFORE, THEN, SINCE] = ['2026-01-05T08:00:00.000Z', '2026-01-05T09:00:00.000Z', '2026-01-05T09:30:00.000Z'];
const mine = { ...chosen(anna), ...at(THEN) };

describe('a lead that a rule assigns', () => {
  it('has that owner, with the reason', () => given(captured()).when(by(anna)).then(chosen(anna)));
  it('is silent when repeated', () => given(captured(), mine).when(by(anna)).thenNothing());
  it('has no time to be answered in without one in the rule', () => {
    const { respondBy: _, ...data } = chosen(max).data;
    given(captured())
      .when(by(max, { respondBy: undefined }))
      .then(LeadAssigned.event(data));
  });
  it('stays with the owner whom a user named meanwhile', () => {
    given(captured(), assigned(max)).when(by(anna)).thenRejected('LeadTaken', { leadId });
    given(captured(), mine, { ...assigned(max, anna), ...at(SINCE) })
      .when(by(max, { missedBy: 'anna' }))
      .thenRejected('LeadTaken');
  });
  it('stays as it is once it has ended', () => {
    given(captured(), disqualified()).when(by(anna)).thenNothing();
    given().when(by(anna)).thenRejected('LeadUnknown', { leadId });
  });
  it('passes on only if it has not been answered since', () => {
    const [pass, again] = [by(max, { missedBy: 'anna' }), chosen(max, anna)];
    given(captured(), mine, late).when(pass).then(again);
    given(captured(), mine, late, { ...contacted(), ...at(SINCE) })
      .when(pass)
      .thenNothing();
  });
});

describe('the end of the time to answer', () => {
  it('is noted with the facts of the lead', () => {
    given(captured(), mine).when(miss).then(late);
    given(captured({ region: 'east' }), mine)
      .when(miss)
      .then(LeadResponseMissed.event({ ...late.data, region: 'east' }));
  });
  it('is noted once', () => given(captured(), mine, late).when(miss).thenNothing());
  it('is passed over if the lead was contacted since, also when that is recorded late', () => {
    given(captured(), mine, { ...contacted(), ...at(SINCE) })
      .when(miss)
      .thenNothing();
    given(captured(), mine, { ...contacted(), ...at(SINCE) }, { ...contacted({ contactId: 'ct-2' }), ...at(BEFORE) })
      .when(miss)
      .thenNothing();
    given(captured(), { ...contacted(), ...at(BEFORE) }, mine)
      .when(miss)
      .then(late);
  });
  it('is passed over if a user assigned it since, but not before', () => {
    given(captured(), mine, { ...assigned(max, anna), ...at(SINCE) })
      .when(miss)
      .thenNothing();
    given(captured(), mine, { ...assigned(max, anna), ...at(BEFORE) })
      .when(miss)
      .then(late);
  });
  it('is passed over once the lead has ended, and without a rule', () => {
    given(captured(), mine, disqualified()).when(miss).thenNothing();
    given(captured(), assigned(anna)).when(miss).thenNothing();
    given(captured(), late).when(miss).thenNothing();
  });
});

it('can be assigned by a user at any time', () => given(captured(), mine).when(assign(max)).then(assigned(max, anna)));
