import { Reads, type ReadContext } from '@annals/access';
import { QueryEndpoint } from '@annals/http';
import { Controller, Param, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { FreshQuery } from '../page.js';
import { Suggestions } from './suggestions.js';

@ApiTags('offers')
@Controller('v1')
export class SuggestionsController {
  constructor(private readonly suggestions: Suggestions) {}

  @QueryEndpoint(
    'customers/:customerId/suggestions',
    {
      en: 'List products that go well with what a customer has, with the evidence',
      zh: '列出适合向客户推荐的产品及依据',
    },
    'offers.read',
    'SuggestionsForCustomer',
  )
  of(
    @Param('customerId') customerId: string,
    @Query() _: FreshQuery,
    @Req() { url }: FastifyRequest,
    @Reads() context: ReadContext,
  ) {
    return this.suggestions.of(customerId, url, context);
  }

  @QueryEndpoint(
    'product-rules',
    { en: 'List the rules of what is bought together', zh: '列出产品搭配规则' },
    'offers.read',
    'ProductRulesShown',
  )
  all(@Query() _: FreshQuery, @Reads() context: ReadContext) {
    return this.suggestions.all(context);
  }
}
