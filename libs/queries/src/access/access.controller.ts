import { RequestCaller, LiveOrganisation, NO_CUSTOMER, rolesNow, type Permission } from '@annals/access';
import { Fresh, Moments, QueryEndpoint, type Caller } from '@annals/http';
import type { Freshness } from '@annals/projecting';
import { Controller, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AccessThen } from './then.js';
import { momentIn } from '@annals/reading';
import { AsOfQuery } from '../customers/customers.query.js';

/** What the caller may do. */
export type OwnAccess = {
  readonly userId: string;
  /** @example ["sales"] */
  readonly roles: readonly string[];
  readonly permissions: readonly OwnPermission[];
};

export type OwnPermission = {
  /** @example customers.read */
  readonly permission: Permission;
  /**
   * Whether it holds for every customer.
   * @example false
   */
  readonly all: boolean;
  /**
   * The marks of the customers for which it holds; empty if it holds for all.
   * @example ["owner:li.na"]
   */
  readonly marks: readonly string[];
};

@ApiTags('access')
@Controller('v1')
export class AccessController {
  constructor(
    private readonly organisation: LiveOrganisation,
    private readonly then: AccessThen,
    private readonly moments: Moments,
  ) {}

  @QueryEndpoint(
    'access',
    { en: 'Get the permissions of the caller and the customers they cover', zh: '查看当前用户的权限及可见客户范围' },
    'signed-in',
    'OwnAccess',
  )
  async own(@RequestCaller() caller: Caller): Promise<OwnAccess> {
    const rights = await this.organisation.rightsOf(caller);
    const roles = rolesNow(caller.id, caller.roles, await this.organisation.now());
    const permissions = rights.permissions().map((permission) => {
      const reach = rights.reach(permission)!;
      return { permission, all: reach === 'all', marks: reach === 'all' ? [] : marksIn(reach) };
    });
    return { userId: caller.id, roles, permissions };
  }

  @QueryEndpoint(
    'customers/:customerId/access',
    { en: 'List who can see a customer, now or as of a moment', zh: '列出可查看某客户的人员（当前或指定时点）' },
    'access.read',
    'CustomerAccessView',
  )
  async ofCustomer(@Param('customerId') customerId: string, @Query() query: AsOfQuery, @Fresh() fresh?: Freshness) {
    return this.then.seen(customerId, momentIn(query, this.moments) ?? null, fresh);
  }
}

const marksIn = (reach: ReadonlySet<string>) => [...reach].filter((mark) => mark !== NO_CUSTOMER).sort();
