import { command } from '@annals/command-bus';
import { answer, offer, offerId, reason } from '@annals/contracts-offers';
import { customerId } from '@annals/contracts-values';

const needs = 'offers.write';

export class OfferProduct extends command(
  'OfferProduct',
  { offerId, customerId, ...offer.shape },
  {
    post: 'offers',
    summary: { en: 'Record that a product was offered to a customer', zh: '登记向客户推荐的产品' },
    description: {
      en: 'With the products from which a suggestion followed, its rate of success shows what the rule is worth.',
      zh: '注明推荐所依据的产品，即可统计该规则的成功率。',
    },
    needs,
    about: 'customerId',
    creates: 'offerId',
  },
) {}

export class AnswerOffer extends command(
  'AnswerOffer',
  { offerId, answer, reason: reason.optional() },
  {
    post: 'offers/:offerId/answer',
    summary: { en: 'Record what the customer answered to an offer', zh: '登记客户对推荐的答复' },
    description: { en: 'The last answer counts.', zh: '以最后一次答复为准。' },
    needs,
    about: 'offerId',
  },
) {}
