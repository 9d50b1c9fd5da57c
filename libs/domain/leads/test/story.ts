import { daysIn } from '@annals/analytics';
import {
  LeadAssigned,
  LeadCaptured,
  LeadChanged,
  LeadContacted,
  LeadConverted,
  LeadDealDue,
  LeadDisqualified,
  LeadRecycled,
} from '@annals/contracts-leads';
import { scenarios } from '@annals/testing';
import { lead } from '../src/lead.decider.js';

export const given = scenarios(lead(daysIn('Asia/Shanghai')));

export const leadId = 'le-1';
export const about = { leadId };
export const [anna, max] = [{ id: 'anna', name: 'Anna' }, { id: 'max' }];

const details = { source: 'web-form', name: '王芳', products: ['Chai'] };
export const captured = (more: object = {}) => LeadCaptured.event({ ...about, ...details, ...more });
export const assigned = (owner: { id: string }, previous: { id: string } | null = null) =>
  LeadAssigned.event({ ...about, owner, previous });
export const changed = (before: object, after: object) => LeadChanged.event({ ...about, before, after });
const talk = { contactId: 'ct-1', channel: 'phone', reached: true, contactedBy: anna } as const;
export const contacted = (more: object = {}) => LeadContacted.event({ ...about, ...talk, ...more });
export const facts = { source: 'web-form', products: ['Chai'], known: ['name', 'products'], contacted: false };
export const disqualified = (more: object = {}) =>
  LeadDisqualified.event({ ...about, reason: 'no-budget', facts, ...more });
export const recycled = (more: object = {}) => LeadRecycled.event({ ...about, facts, ...more });

export const capture = (more: object = {}) => ({ type: 'CaptureLead', ...about, ...details, ...more }) as const;
export const change = (changes: object) => ({ type: 'ChangeLead', leadId, ...changes }) as const;
export const assign = (owner: { id: string }) => ({ type: 'AssignLead', leadId, owner }) as const;
export const pass = (userId: string) => ({ type: 'PassLead', leadId, userId, to: max }) as const;
export const contact = (more: object = {}) => ({ type: 'ContactLead', leadId, ...talk, ...more }) as const;
export const disqualify = (more: object = {}) =>
  ({ type: 'DisqualifyLead', leadId, reason: 'no-budget', ...more }) as const;
export const recycle = (more: object = {}) => ({ type: 'RecycleLead', leadId, ...more }) as const;
export const recycleDue = (recycleOn: string) => ({ type: 'RecycleDueLead', leadId, recycleOn }) as const;

export const deal = { title: '茶叶', value: { amount: '5000.00', currency: 'CNY' } };
export const converted = (more: object = {}) =>
  LeadConverted.event({
    ...{
      ...about,
      customerId: 'lead:le-1',
      customer: { kind: 'person', name: '王芳' },
      consents: [],
      owner: null,
      facts,
    },
    ...more,
  });
export const forCustomer = (more: object = {}) => converted({ customerId: 'u-1', customer: undefined, ...more });
export const due = (customerId = 'lead:le-1') =>
  LeadDealDue.event({ ...about, customerId, dealId: 'lead:le-1', ...deal });

export const convert = (more: object = {}) => ({ type: 'ConvertLead', leadId, ...more }) as const;
export const convertFor = (more: object = {}) =>
  ({ type: 'ConvertLeadForCustomer', leadId, customerId: 'u-1', ...more }) as const;
export const dueDeal = { type: 'DueLeadDeal', leadId } as const;
