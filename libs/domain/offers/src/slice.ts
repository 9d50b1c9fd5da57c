import { factor, ratio, setting } from '@annals/configuration';
import * as contracts from '@annals/contracts-offers';
import { id } from '@annals/contracts-values';
import { baskets, offerLines, offerList, offersPart } from '@annals/projections-offers';
import { aggregate, eventTypes, slice } from '@annals/slice';
import { z } from 'zod';
import * as commands from './offer.commands.js';
import { offer } from './offer.decider.js';
import { offerProblems } from './offer.problems.js';

const about = { offerId: id, customerId: id };

export const offers = slice({
  name: 'offers',
  title: { en: 'Offers', zh: '产品推荐' },
  summary: {
    en: 'Products that go well with what a customer has, by association rules over won deals and orders, and what customers answered when they were offered.',
    zh: '依据成交商机和订单的关联规则，为客户推荐搭配产品，并登记客户的答复。',
  },
  process: 'sales',
  events: contracts.offerContracts,
  settings: {
    support: setting(
      'OFFERS_SUPPORT_FROM',
      '0.01',
      { en: 'Least share of all baskets that have the products of a rule', zh: '规则的最低支持度' },
      ratio,
    ),
    confidence: setting(
      'OFFERS_CONFIDENCE_FROM',
      '0.2',
      { en: 'Least share of the baskets with the condition of a rule that have its product', zh: '规则的最低置信度' },
      ratio,
    ),
    lift: setting(
      'OFFERS_LIFT_FROM',
      '1.1',
      { en: 'How many times as often as otherwise the product of a rule is bought, at least', zh: '规则的最低提升度' },
      factor,
    ),
  },
  problems: [offerProblems],
  aggregates: () => [aggregate(offer, commands)],
  views: () => [offerList, baskets],
  page: () => ({ offers: { part: offersPart, needs: 'offers.read', events: eventTypes(contracts.offerContracts) } }),
  rights: {
    'offers.read': { about: 'customers', en: 'See suggestions and offers', zh: '查看产品推荐' },
    'offers.write': { about: 'customers', en: 'Record offers and answers', zh: '登记推荐和答复' },
  },
  grants: {
    sales: { team: ['offers.read'], own: ['offers.write'] },
    service: { region: ['offers.read', 'offers.write'] },
    manager: { department: ['offers.read', 'offers.write'] },
    auditor: { all: ['offers.read'] },
    analyst: { all: ['offers.read'] },
    integration: { all: ['offers.write'] },
  },
  lines: offerLines,
  published: {
    ProductOffered: { version: 1, schema: z.object({ ...about, ...contracts.offer.shape }) },
    OfferAnswered: { version: 1, schema: z.object({ ...about, answer: contracts.answer }) },
  },
});
