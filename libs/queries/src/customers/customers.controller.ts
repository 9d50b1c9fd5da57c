import { Reads, type ReadContext } from '@annals/access';
import { Deprecated, QueryEndpoint } from '@annals/http';
import type { CustomerRow } from '@annals/projections-customers';
import { Controller, Param, Query } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiTags } from '@nestjs/swagger';
import { CallerSearch } from './callers.js';
import { CallersQuery } from './customers.query.js';
import { FreshQuery } from '../page.js';

/** The customers with a number, those whose number ends with the digits first. */
export type Callers = { readonly items: readonly CustomerRow[] };

@ApiTags('customers')
@Controller('v1/customers')
export class CustomerQueriesController {
  constructor(private readonly found: CallerSearch) {}

  @QueryEndpoint(
    'by-phone',
    { en: 'Find customers by the last digits of a phone number', zh: '按电话号码末几位查找来电客户' },
    'personal.read',
    'Callers',
  )
  async byPhone(@Query() { number }: CallersQuery, @Reads() context: ReadContext) {
    return this.found.byPhone(number, context);
  }

  @QueryEndpoint(
    'by-phone/:number',
    { en: 'Find customers by the last digits of a phone number', zh: '按电话号码末几位查找来电客户' },
    'personal.read',
    'Callers',
  )
  @Deprecated({ since: '2026-11-28', sunset: '2027-06-01', successor: '/v1/customers/by-phone' })
  @ApiExcludeEndpoint() // its address is also that of a part of a customer
  async byPhoneInPath(@Param('number') number: string, @Query() _: FreshQuery, @Reads() context: ReadContext) {
    return this.found.byPhone(number, context);
  }
}
