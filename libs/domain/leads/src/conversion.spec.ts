import { CustomerRegistered, MergeBegun } from '@annals/contracts-customers';
import { leadOfRecord, recordIdOf } from '@annals/contracts-leads';
import { captured, change, contact, converted, convert, convertFor, deal, disqualified } from '../test/story.js';
import { due, dueDeal, facts, forCustomer, given, leadId, recycle } from '../test/story.js';

const registered = (customerId: string) =>
  CustomerRegistered.event({ customerId, profile: { kind: 'organisation', name: 'Acme', roles: ['prospect'] } });
const withDeal = { deal, dealId: 'lead:le-1' };
const ofCompany = { company: '东方茶业', jobTitle: '经理', phones: ['1', '2'], emails: ['w@example.com'] };
const known = [...facts.known, 'jobTitle', 'company', 'phone', 'email'];
const factsOfCompany = { ...facts, known: ['name', 'jobTitle', 'company', 'phone', 'email', 'products'] };
const person = (customerId: string) => ({
  ...{ personId: `${customerId}:le-1`, name: '王芳', title: '经理', phone: '1', email: 'w@example.com' },
});

describe('converting a lead to a new customer', () => {
  it('makes a person one, and opens a deal if one is given', () => {
    given(captured()).when(convert()).then(converted());
    given(captured()).when(convert({ deal })).then(converted(withDeal));
  });

  it('makes a company an organisation with a contact person', () => {
    expect(new Set(known)).toEqual(new Set(factsOfCompany.known));
    given(captured(ofCompany))
      .when(convert())
      .then(
        converted({
          customer: { kind: 'organisation', name: '东方茶业' },
          ...{ person: person('lead:le-1'), personId: 'lead:le-1:le-1', facts: factsOfCompany },
        }),
      );
  });

  it('takes the kind that is given, and calls a customer without a name by what there is', () => {
    given(captured(ofCompany))
      .when(convert({ kind: 'person' }))
      .then(
        converted({
          customer: { kind: 'person', name: '王芳', phone: '1', email: 'w@example.com' },
          facts: factsOfCompany,
        }),
      );
    given(captured({ name: undefined, phones: ['1'] }))
      .when(convert({ kind: 'organisation' }))
      .then(
        converted({
          customer: { kind: 'organisation', name: '1', phone: '1' },
          facts: { ...facts, known: ['phone', 'products'] },
        }),
      );
  });

  it('passes on consents, objections and the need', () =>
    given(captured({ need: '茶叶', consents: [{ channel: 'email', purpose: 'sales', given: true, wording: '同意' }] }))
      .when(convert())
      .then(
        converted({
          consents: [{ channel: 'email', purpose: 'sales', given: true, evidence: '同意' }],
          need: { description: '茶叶', product: 'Chai' },
          facts: { ...facts, known: ['name', 'products', 'need'] },
        }),
      ));

  it('is silent when repeated', () => {
    given(captured(), converted(withDeal)).when(convert({ deal })).thenNothing();
    given(captured(), converted())
      .when(convert({ kind: 'person' }))
      .thenNothing();
  });

  it.each([{ deal }, { kind: 'organisation' }])('is refused afterwards as %j', (other) =>
    given(captured(), converted())
      .when(convert(other))
      .thenRejected('LeadAlreadyConverted', { leadId, customerId: 'lead:le-1' }),
  );

  it('is refused without a lead, once it was disqualified, and if its customer is there already', () => {
    given().when(convert()).thenRejected('LeadUnknown', { leadId });
    given(captured(), disqualified()).when(convert()).thenRejected('LeadNotOpen', { status: 'disqualified' });
    given(captured(), forCustomer()).when(convert()).thenRejected('LeadAlreadyConverted');
    given(captured()).inContext(registered('lead:le-1')).when(convert()).thenRejected('CustomerAlreadyRegistered');
  });

  it('ends the lead', () => {
    const ended = given(captured(), converted());
    ended.when(change({ region: 'east' })).thenRejected('LeadNotOpen', { status: 'converted' });
    ended.when(contact({ occurredAt: '2026-01-04T09:00:00.000Z' })).thenRejected('LeadNotOpen');
    ended.when(recycle()).thenRejected('LeadNotDisqualified', { status: 'converted' });
  });

  it('has its deal opened once the customer is registered', () => {
    given(captured(), converted(withDeal)).when(dueDeal).then(due());
    given(captured(), converted(withDeal), due()).when(dueDeal).thenNothing();
    given(captured(), converted()).when(dueDeal).thenNothing();
    given(captured()).when(dueDeal).thenNothing();
    given().when(dueDeal).thenNothing();
  });
});

describe('converting a lead for a customer', () => {
  const before = given(captured(ofCompany)).inContext(registered('u-1'));
  const added = { person: person('u-1'), personId: 'u-1:le-1', facts: factsOfCompany };

  it('adds a contact person, and opens a deal if one is given', () => {
    before.when(convertFor()).then(forCustomer(added));
    before.when(convertFor({ deal })).then(forCustomer({ ...added, ...withDeal }), due('u-1'));
  });

  it('may name the contact person, or add none', () => {
    before.when(convertFor({ personId: 'p1' })).then(forCustomer({ personId: 'u-1:p1', facts: factsOfCompany }));
    before.when(convertFor({ addPerson: false })).then(forCustomer({ facts: factsOfCompany }));
    given(captured()).inContext(registered('u-1')).when(convertFor()).then(forCustomer());
  });

  it('is for the survivor of a merged customer, once', () => {
    const merged = [
      registered('u-2'),
      MergeBegun.event({ customerId: 'u-2', survivorId: 'u-1', reason: 'Twice.', choices: {} }),
    ];
    const sent = convertFor({ customerId: 'u-2' });
    given(captured())
      .inContext(...merged)
      .when(sent)
      .then(forCustomer());
    given(captured(), forCustomer())
      .inContext(...merged)
      .when(sent)
      .thenNothing();
  });

  it('is silent when repeated, and refused for another customer, contact person or deal', () => {
    const after = given(captured(ofCompany), forCustomer(added)).inContext(registered('u-1'));
    after.when(convertFor()).thenNothing();
    for (const other of [{ customerId: 'u-3' }, { personId: 'p1' }, { deal }])
      after.when(convertFor(other)).thenRejected('LeadAlreadyConverted', { leadId, customerId: 'u-1' });
    given(captured(), converted()).when(convertFor()).thenRejected('LeadAlreadyConverted');
  });

  it('is refused without a lead or a customer', () => {
    given().when(convertFor()).thenRejected('LeadUnknown');
    given(captured()).when(convertFor()).thenRejected('CustomerNotRegistered', { customerId: 'u-1' });
  });
});

it('finds the lead of a record by its id', () =>
  expect([leadOfRecord(recordIdOf('le-1')), leadOfRecord('u-1')]).toEqual(['le-1', undefined]));
