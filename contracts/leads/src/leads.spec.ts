import { personalPaths, samplesContract } from '@annals/testing';
import { leadContracts, leadFormContracts, leadRoutingContracts, leadRuleContracts } from './index.js';

const ofRules = [...leadRuleContracts, ...leadRoutingContracts];

samplesContract([...leadContracts, ...leadFormContracts, ...ofRules], `${import.meta.dirname}/../samples`);

const details = [
  ...['name', 'jobTitle', 'company', 'phones[]', 'emails[]', 'website', 'street', 'city', 'postalCode', 'need'],
  ...['consents[].wording', 'attributes'],
];
const ofLead = (prefix = '') => details.map((path) => `${prefix}${path} (lead)`);

it('has nothing personal in forms and rules but the names of employees', () =>
  expect(Object.values(personalPaths([...leadFormContracts, ...ofRules])).flat()).toEqual(['owner.name (employee)']));

it('marks the lead, all that it said and the employee as personal', () => {
  expect(personalPaths(leadContracts)).toEqual({
    LeadCaptured: [...ofLead(), 'owner.name (employee)'],
    LeadChanged: [...ofLead('before.'), ...ofLead('after.')],
    LeadAssigned: ['owner.name (employee)', 'previous.name (employee)'],
    LeadResponseMissed: ['owner.name (employee)'],
    LeadContacted: ['summary (lead)', 'contactedBy.name (employee)'],
    LeadDisqualified: ['note (lead)'],
    LeadRecycled: ['note (lead)'],
    LeadConverted: [
      ...['customer.name', 'customer.email', 'customer.phone', 'customer.street', 'customer.city'],
      ...['customer.postalCode', 'customer.attributes'],
      ...['person.name (contact)', 'person.title (contact)', 'person.phone (contact)', 'person.email (contact)'],
      ...['consents[].evidence', 'need.description', 'deal.title', 'owner.name (employee)'],
    ],
    LeadDealDue: ['title'],
  });
});
