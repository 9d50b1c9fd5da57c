import {
  LeadAssigned,
  LeadCaptured,
  LeadChanged,
  LeadContacted,
  LeadConverted,
  LeadDealDue,
  LeadDisqualified,
  LeadRecycled,
  LeadResponseMissed,
  type Assignment,
  type LeadEvent,
} from '@annals/contracts-leads';
import fc from 'fast-check';

export const about = { leadId: 'le-1' };
export const captured = LeadCaptured.event({ ...about, source: 'phone', name: '王芳' });
export const whole = LeadCaptured.event({
  ...{ ...about, source: 'web-form', channel: 'web', campaignId: 'spring', name: '王芳', jobTitle: '经理' },
  ...{ company: '东方茶业', phones: ['138 0013 8000'], emails: ['w@example.com'], website: 'https://example.com' },
  ...{ street: '人民路 1 号', city: '上海', postalCode: '200000', region: 'east', country: 'CN', language: 'zh' },
  ...{ industry: 'food', products: ['Chai'], need: '茶叶', budget: { amount: '5000.00', currency: 'CNY' } },
  consents: [{ channel: 'email', purpose: 'marketing', given: true, wording: '我，王芳，同意' }],
  ...{ attributes: { employees: 200 }, owner: { id: 'li.na', name: '李娜' } },
});
export const changed = LeadChanged.event({ ...about, before: { country: null }, after: { country: 'CN' } });
export const emptied = LeadChanged.event({
  ...about,
  before: { phones: ['138 0013 8000'], products: ['Chai'] },
  after: { phones: [], products: null },
});
export const assigned = LeadAssigned.event({ ...about, owner: { id: 'max' }, previous: null });
export const assignment: Assignment = {
  ...{ ruleId: 'r-1', rule: 'East', method: 'round-robin', attempt: 1, escalated: false },
  considered: [{ userId: 'max', capacity: 1, turns: 0, open: 0, passedOver: null }],
};
export const routed = LeadAssigned.event({
  ...{ ...about, owner: { id: 'max' }, previous: null, rule: 'East', respondBy: '2026-02-01T10:00:00.000Z' },
  assignment,
});
export const missed = LeadResponseMissed.event({
  ...{ ...about, owner: { id: 'max' }, respondBy: '2026-02-01T10:00:00.000Z', source: 'phone' },
});
export const contacted = LeadContacted.event({
  ...{ ...about, contactId: 'ct-1', channel: 'phone', reached: true, contactedBy: { id: 'max' } },
});
export const facts = { source: 'phone', known: ['name'], contacted: false };
export const disqualified = LeadDisqualified.event({
  ...{ ...about, reason: 'no-budget', note: '夏季后', recycleOn: '2026-09-01', facts },
});
export const mute = LeadDisqualified.event({ ...about, reason: 'spam', facts });
export const recycled = LeadRecycled.event({ ...about, note: '再次来电', facts });
export const recycledMute = LeadRecycled.event({ ...about, recycleOn: '2026-09-01', facts });

export const converted = LeadConverted.event({
  ...{ ...about, customerId: 'u-1', customer: { kind: 'person', name: '王芳' }, consents: [], owner: null, facts },
});
const deal = { title: '茶叶', value: { amount: '5000.00', currency: 'CNY' } };
export const convertedWithDeal = LeadConverted.event({
  ...{ ...about, customerId: 'u-1', personId: 'u-1:le-1', consents: [], owner: null, facts, deal, dealId: 'lead:le-1' },
  ...{ person: { personId: 'u-1:le-1', name: '王芳' }, need: { description: '需要茶叶' } },
});
export const needed = LeadConverted.event({ ...converted.data, need: { description: '需要茶叶' } });
export const dealDue = LeadDealDue.event({ ...about, customerId: 'u-1', dealId: 'lead:le-1', ...deal });
export const anyEvent = fc.constantFrom<LeadEvent>(
  ...[
    captured,
    whole,
    changed,
    emptied,
    assigned,
    contacted,
    disqualified,
    mute,
    recycled,
    recycledMute,
    converted,
    convertedWithDeal,
    dealDue,
  ],
);
