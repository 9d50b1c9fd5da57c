import { Reads, type ReadContext } from '@annals/access';
import { languageOf, QueryEndpoint } from '@annals/http';
import { Controller, Headers, Param, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { FreshQuery } from '../page.js';
import { Duplicates } from './duplicates.js';
import { PairsQuery } from './duplicates.query.js';

@ApiTags('duplicates')
@Controller('v1')
export class DuplicatesController {
  constructor(private readonly duplicates: Duplicates) {}

  @QueryEndpoint(
    'customers/:customerId/duplicates',
    {
      en: 'List the probable duplicates of a customer, with score and evidence',
      zh: '列出客户的疑似重复客户及评分和依据',
    },
    'duplicates.read',
    'DuplicatesOfCustomer',
  )
  async of(
    @Param('customerId') customerId: string,
    @Query() _: FreshQuery,
    @Headers('Accept-Language') accepted: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Reads() context: ReadContext,
  ) {
    const language = languageOf(accepted);
    void reply.header('Content-Language', language);
    return this.duplicates.of({ customerId, url: reply.request.url }, context, language);
  }

  @QueryEndpoint(
    'duplicates',
    { en: 'List pairs of customers that are probably the same', zh: '列出疑似重复的客户对' },
    'duplicates.read',
    'DuplicatePairs',
  )
  async pairs(
    @Query() query: PairsQuery,
    @Headers('Accept-Language') accepted: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Reads() context: ReadContext,
  ) {
    const language = languageOf(accepted);
    void reply.header('Content-Language', language);
    return this.duplicates.pairs(query, context, language);
  }
}
