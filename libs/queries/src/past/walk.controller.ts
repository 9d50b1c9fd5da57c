import { Reads, type ReadContext } from '@annals/access';
import { QueryEndpoint } from '@annals/http';
import { Controller, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DiffQuery, ReplayQuery } from './walk.query.js';
import { Walks } from './walks.js';

/** The page of each customer, event by event. */
@ApiTags('customers')
@Controller('v1/customers/:customerId')
export class WalkController {
  constructor(private readonly walks: Walks) {}

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
}
