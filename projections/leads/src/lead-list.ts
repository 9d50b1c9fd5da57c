import { periodsIn, scoreOf, zoneOf, type InTimeZone, type ScoreRule } from '@annals/analytics';
import { leadDetails, type LeadEvent } from '@annals/contracts-leads';
import { month } from '@annals/contracts-values';
import { configured, day, ID, instant, number, party, revised, text, texts, view } from '@annals/event-sourcing';
import { normalPhones, type PhoneRegion } from '@annals/text';
import { z } from 'zod';
import { lead, leadStatus, type LeadDocument } from './lead.js';
import { LEAD_PERSONAL } from './lead-personal.js';
import { measures } from './lead-measures.js';
import {
  assigned,
  captured,
  contacted,
  missed,
  converted,
  disqualified,
  recycled,
  said,
  type Unscored,
} from './lead-steps.js';
import { scoredFacts } from './scored-facts.js';

type Settings = InTimeZone & { readonly phoneRegion: PhoneRegion; readonly scoreRules: readonly ScoreRule[] };

const { channel } = leadDetails.shape;

/** One document for each lead with its score: a function of what is said of it and of the rules. */
export const leadList = configured(
  ({ phoneRegion, scoreRules, ...company }: Settings) => ({ phoneRegion, scoreRules, ...zoneOf(company) }),
  ({ phoneRegion, scoreRules, timeZone }) => {
    const { yearOf, monthOf } = periodsIn(timeZone);
    const phonesIn = (text: string) => normalPhones(text, [phoneRegion]);
    const scored = (lead: Unscored) => ({ ...lead, ...scoreOf(scoredFacts(lead), scoreRules) });
    const step =
      <Event>(next: (lead: Unscored, event: Event) => Unscored) =>
      (lead: Unscored | null, event: Event) =>
        lead && scored(next(lead, event));

    return view<LeadEvent, LeadDocument>()({
      name: 'lead-list',
      version: 3,
      key: ({ data }) => data.leadId,
      passed: (lead, customerId) => ({ ...lead, customerId }),
      on: revised<LeadEvent, LeadDocument>({
        LeadCaptured: (_, event) => scored(captured(event)),
        LeadChanged: step((lead, { data: { after }, occurredAt }) => said(lead, after, occurredAt)),
        LeadAssigned: step(assigned),
        LeadResponseMissed: step(missed),
        LeadContacted: step(contacted),
        LeadDisqualified: step(disqualified),
        LeadRecycled: step(recycled),
        LeadConverted: step(converted),
        LeadDealDue: step((lead) => lead),
      }),
      fields: {
        status: text(({ status }) => status, { schema: leadStatus }),
        owner: party(({ owner }) => owner?.id ?? null),
        customer: text(({ customerId }) => customerId),
        source: text(({ source }) => source),
        channel: text(({ channel }) => channel, { schema: channel.unwrap() }),
        campaign: text(({ campaignId }) => campaignId),
        form: text(({ formId }) => formId),
        country: text(({ country }) => country),
        region: text(({ region }) => region),
        language: text(({ language }) => language),
        industry: text(({ industry }) => industry),
        products: texts(({ products }) => products ?? []),
        phones: texts(({ phones }) => (phones ?? []).flatMap(phonesIn), { personal: true }),
        reason: text(({ reason }) => reason),
        score: number(({ score }) => score, { schema: z.int() }),
        capturedAt: instant(({ capturedAt }) => capturedAt),
        lastContactAt: instant(({ lastContactAt }) => lastContactAt),
        recycleOn: day(({ recycleOn }) => recycleOn),
        respondBy: instant(({ respondBy, status }) => (status === 'new' ? respondBy : null)),
        year: number(({ capturedAt }) => yearOf(capturedAt), { schema: z.int() }),
        month: text(({ capturedAt }) => monthOf(capturedAt), { schema: month }),
        answered: number(({ contacts }) => (contacts > 0 ? 1 : 0)),
        converted: number(({ status }) => (status === 'converted' ? 1 : 0)),
        disqualified: number(({ status }) => (status === 'disqualified' ? 1 : 0)),
      },
      indexes: [
        ['capturedAt'],
        ['score', ID],
        ['lastContactAt'],
        ['respondBy'],
        ['status', 'score', ID],
        ['status', 'capturedAt'],
        ['owner', 'status', 'score', ID],
        ['owner', 'status', 'capturedAt'],
        ['source', 'status', 'score', ID],
        ['source', 'capturedAt'],
        ['region', 'status', 'score', ID],
        ['country', 'status', 'score', ID],
        ['campaign', 'capturedAt'],
        ['customer', 'capturedAt'],
      ],
      personal: LEAD_PERSONAL,
      revision: ({ revision }) => revision,
      answer: {
        schema: lead,
        of: ({ revision: _, since: __, openSince: ___, evidence, ...shown }) => ({
          ...shown,
          evidence: evidence.map(({ fact, value, points }) => ({
            ...{ fact, value: fact.startsWith('attributes.') ? null : value, points },
          })),
        }),
      },
      list: {
        path: 'leads',
        summary: {
          en: 'List leads by status, owner, source, campaign, place, product and phone number, with their scores',
          zh: '按状态、负责人、来源、营销活动、地区、产品和电话号码列出线索及其得分',
        },
        record: {
          ...{ name: 'Lead', en: 'lead', zh: '线索', id: 'leadId', schema: 'NamedLead' },
          one: { en: 'Get a lead with its score and evidence', zh: '查看线索及其得分和依据' },
        },
        needs: 'leads.read',
        filters: [
          ...(['status', 'owner', 'source', 'channel', 'campaign', 'country', 'region', 'language'] as const),
          ...(['form', 'industry', 'products', 'reason', 'customer'] as const),
        ],
        facets: [
          {
            field: 'phones',
            of: { phone: z.string().min(1).max(100).describe('The whole number, in any notation') },
            as: (_, value) => phonesIn(String(value))[0] ?? '',
          },
        ],
        ranges: ['capturedAt', 'lastContactAt', 'recycleOn', 'respondBy'],
        names: { customerName: 'customer' },
        past: false,
        sorts: ['-score', 'capturedAt', 'lastContactAt', 'respondBy'],
      },
      report: {
        name: 'leads',
        summary: { en: 'Leads by source, status, owner and month', zh: '按来源、状态、负责人和月份统计线索' },
        dimensions: [
          ...(['year', 'month', 'source', 'status', 'owner', 'channel', 'campaign'] as const),
          ...(['country', 'region', 'industry', 'reason'] as const),
        ],
        labels: { owner: ({ owner }) => owner?.name ?? null },
        sum: ['answered', 'converted', 'disqualified'],
        measures,
        time: 'capturedAt',
      },
    });
  },
);
