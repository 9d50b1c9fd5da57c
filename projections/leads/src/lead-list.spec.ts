import { leadContracts, type LeadEvent } from '@annals/contracts-leads';
import { fieldsOf, project } from '@annals/event-sourcing';
import { anyLogOf, recorded, viewContract } from '@annals/testing';
import {
  anyEvent,
  assigned,
  captured,
  changed,
  contacted,
  converted,
  convertedWithDeal,
  dealDue,
  needed,
  disqualified,
  emptied,
  missed,
  mute,
  recycled,
  recycledMute,
  routed,
  whole,
  about,
} from '../test/events.js';
import { leadLines, leadList } from './index.js';

const rule = (fact: string, value: string, points: number) => ({ fact, value, points });
const list = leadList({
  ...{ phoneRegion: 'CN', calendar: { timeZone: 'Asia/Shanghai' } },
  scoreRules: [
    ...[rule('source', 'web-form', 10), rule('has', 'phone', 5), rule('has', 'contact', 5)],
    ...[rule('products', 'Chai', 3), rule('attributes.employees', '200', 2), rule('country', 'CN', 1)],
  ],
});

const after = (...events: LeadEvent[]) => project(list, recorded(events)).get('le-1')!;
const answerTo = (...events: LeadEvent[]) => list.answer.of(after(...events));
const fieldsAfter = (...events: LeadEvent[]) => fieldsOf(list, after(...events));

it('shows what is not known as null', () =>
  expect(answerTo(captured)).toEqual({
    ...{ ...about, source: 'phone', name: '王芳', status: 'new', score: 0, evidence: [] },
    ...{ channel: null, campaignId: null, jobTitle: null, company: null, phones: null, emails: null, website: null },
    ...{ street: null, city: null, postalCode: null, region: null, country: null, language: null, industry: null },
    ...{ products: null, need: null, budget: null, consents: null, attributes: null, owner: null, customerId: null },
    ...{ formId: null, respondBy: null, assignment: null },
    ...{ capturedAt: '2026-01-01T00:00:00.000Z', contacts: 0, firstContactAt: null, lastContactAt: null },
    ...{ disqualifiedAt: null, reason: null, note: null, recycleOn: null, recycled: 0 },
    ...{ dealId: null, convertedAt: null },
  }));

it('shows all that was said', () => expect(answerTo(whole)).toMatchObject(whole.data));

describe('the score', () => {
  it('has its evidence, and no values of attributes', () =>
    expect(answerTo(whole)).toMatchObject({
      score: 21,
      evidence: [
        ...[rule('source', 'web-form', 10), rule('has', 'phone', 5), rule('products', 'Chai', 3)],
        ...[{ ...rule('attributes.employees', '', 2), value: null }, rule('country', 'CN', 1)],
      ],
    }));

  it('follows what is said, and contacts', () => {
    expect(after(captured, changed).score).toBe(1);
    expect(after(captured, contacted).score).toBe(5);
    expect(after(whole, emptied).score).toBe(13);
  });

  it('of other rules is another view', () =>
    expect(leadList({ phoneRegion: 'CN', calendar: { timeZone: 'Asia/Shanghai' }, scoreRules: [] }).settings).not.toBe(
      list.settings,
    ));
});

it('has the last owner', () =>
  expect([after(whole).owner, after(whole, assigned).owner]).toEqual([{ id: 'li.na', name: '李娜' }, { id: 'max' }]));

it('counts contacts, and is contacted from the first one on', () => {
  expect(after(captured, contacted, contacted)).toMatchObject({
    ...{ status: 'contacted', contacts: 2 },
    ...{ firstContactAt: '2026-01-02T00:00:00.000Z', lastContactAt: '2026-01-03T00:00:00.000Z' },
  });
  expect(after(captured, mute, contacted).status).toBe('disqualified');
  const [event] = recorded([contacted], { position: 9, occurredAt: '2025-12-01T00:00:00.000Z' });
  const early = project(list, [...recorded([captured, contacted]), event!]).get('le-1')!;
  expect([early.firstContactAt, early.lastContactAt]).toEqual(['2025-12-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z']);
});

it('says why it was disqualified, until it is recycled', () => {
  expect(answerTo(captured, disqualified)).toMatchObject({
    ...{ status: 'disqualified', reason: 'no-budget', note: '夏季后', recycleOn: '2026-09-01' },
    disqualifiedAt: '2026-01-02T00:00:00.000Z',
  });
  expect(answerTo(captured, mute)).toMatchObject({ reason: 'spam', note: null, recycleOn: null });
  expect(answerTo(captured, contacted, disqualified, recycled)).toMatchObject({
    ...{ status: 'new', reason: null, note: '再次来电', recycleOn: null, recycled: 1, disqualifiedAt: null },
  });
  expect(answerTo(captured, mute, recycledMute).note).toBeNull();
});

it('says why a rule chose its owner, and until when it is to be answered', () => {
  const { respondBy, assignment } = routed.data;
  expect(answerTo(captured, routed)).toMatchObject({ owner: { id: 'max' }, respondBy, assignment });
  expect([routed, mute].map((last) => fieldsAfter(captured, routed, last)['respondBy'])).toEqual([respondBy, null]);
  for (const ended of [contacted, missed])
    expect(answerTo(captured, routed, ended)).toMatchObject({ respondBy: null, assignment });
  expect(answerTo(captured, routed, assigned)).toMatchObject({ respondBy: null, assignment: null });
});

it('is a record of the customer that it is converted to', () => {
  expect(answerTo(captured, converted)).toMatchObject({
    ...{ status: 'converted', customerId: 'u-1', dealId: null, convertedAt: '2026-01-02T00:00:00.000Z' },
  });
  expect(answerTo(captured, convertedWithDeal, dealDue).dealId).toBe('lead:le-1');
  expect(fieldsAfter(captured, converted)).toMatchObject({ customer: 'u-1', converted: 1, disqualified: 0 });
});

it('has a line on the page of the customer', () =>
  expect([converted, needed, convertedWithDeal].map(({ data }) => leadLines.LeadConverted!(data))).toEqual([
    ...['phone', 'phone · 需要茶叶', 'phone · 茶叶'],
  ]));

it('passes over what belongs to no lead that it knows', () =>
  expect(after(changed, assigned, contacted, disqualified, recycled)).toBeUndefined());

it('is found by what is asked for, and by its phone numbers in any notation', () => {
  const dialled = list.list!.facets![0]!.as('phone', '+86 138-0013-8000');
  expect(fieldsAfter(whole)).toMatchObject({
    owner: 'li.na',
    products: ['Chai'],
    phones: [dialled],
    campaign: 'spring',
  });
  expect(fieldsAfter(captured)).toMatchObject({ owner: null, products: [], phones: [], customer: null });
  expect(list.list!.facets![0]!.as('phone', 'none')).toBe('');
});

it('counts for its report', () => {
  expect(fieldsAfter(captured)).toMatchObject({ year: 2026, month: '2026-01', answered: 0, disqualified: 0 });
  expect(fieldsAfter(captured, contacted, disqualified)).toMatchObject({ answered: 1, disqualified: 1 });
  const { measures, labels } = list.report!;
  const sums = { count: 4, answered: 3, converted: 1, disqualified: 1 };
  expect(Object.values(measures).map((measure) => measure.of(sums, {}, {}))).toEqual([4, 3, 1, 1, 0.5, 0.75]);
  const owners = [after(captured), after(whole), after(captured, assigned)].map((lead) => labels!['owner']!(lead));
  expect(owners).toEqual([null, '李娜', null]);
});

viewContract(list, leadContracts, anyLogOf(anyEvent));
