import { Reads, type ReadContext } from '@annals/access';
import { languageOf, QueryEndpoint } from '@annals/http';
import { Controller, Headers, Param, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { WhatIfQuery } from '../what-if/what-if.query.js';
import { WhatIfs } from '../what-if/what-ifs.js';
import { DiffQuery, ReplayQuery } from './walk.query.js';
import { Walks } from './walks.js';

/** The page of each customer, event by event. */
@ApiTags('customers')
@Controller('v1/customers/:customerId')
export class WalkController {
  constructor(
    private readonly walks: Walks,
    private readonly whatIfs: WhatIfs,
  ) {}

  @QueryEndpoint(
    'diff',
    {
      en: 'Compare the page of a customer at two moments, with the events behind each difference',
      zh: '比较客户视图在两个时点的差异，并列出每项差异对应的事件',
    },
    'history.read',
    'CustomerDiff',
  )
  diff(@Param('customerId') customerId: string, @Query() query: DiffQuery, @Reads() context: ReadContext) {
    return this.walks.diff(customerId, query, context);
  }

  @QueryEndpoint(
    'replay',
    {
      en: 'Replay the history of a customer step by step, forward or back, with the page after each event',
      zh: '逐步回放客户历史（向前或向后），显示每个事件之后的客户视图',
    },
    'history.read',
    'CustomerReplay',
  )
  replay(@Param('customerId') customerId: string, @Query() query: ReplayQuery, @Reads() context: ReadContext) {
    return this.walks.replay(customerId, query, context);
  }

  @QueryEndpoint(
    'what-if',
    {
      en: 'Replay the history of a customer under other settings of the rules, and report what would have been different; nothing is changed',
      zh: '在其他规则设置下回放客户历史，报告会有哪些不同；不作任何变更',
    },
    'history.read',
    'WhatIfReport',
  )
  whatIf(
    @Param('customerId') customerId: string,
    @Query() query: WhatIfQuery,
    @Headers('Accept-Language') accepted: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Reads() context: ReadContext,
  ) {
    const language = languageOf(accepted);
    void reply.header('Content-Language', language);
    return this.whatIfs.of(customerId, query, context, language);
  }
}
