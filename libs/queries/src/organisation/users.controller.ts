import { authProblems } from '@annals/auth';
import { Fresh, freshnessHeaders, Moments, QueryEndpoint } from '@annals/http';
import type { Freshness } from '@annals/projecting';
import { Chart } from '@annals/projections-organisation';
import { Controller, Headers, Param, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { momentIn, sendUnlessKnown } from '@annals/reading';
import type { FastifyReply } from 'fastify';
import { AsOfQuery } from '../customers/customers.query.js';
import { Directory, type NamedUser } from './directory.js';
import { Responsibilities } from './responsibilities.js';
import { conditionsOf, UsersQuery } from './organisation.query.js';
import { listQuery, pageOf } from '../page.js';

export type UserPage = { readonly items: readonly NamedUser[]; readonly next: string | null };

@ApiTags('users')
@Controller('v1/users')
export class UserQueriesController {
  constructor(
    private readonly directory: Directory,
    private readonly moments: Moments,
    private readonly responsibilities: Responsibilities,
  ) {}

  @QueryEndpoint(
    '',
    {
      en: 'List users by name, role, department, team, position, region and status',
      zh: '按姓名、角色、部门、团队、岗位、区域和状态列出用户',
    },
    'organisation.read',
    'UserPage',
  )
  async list(@Query() query: UsersQuery, @Fresh() fresh?: Freshness) {
    const directory = await this.directory.at(momentIn(query, this.moments), fresh);
    const { value: units } = await directory.units(['department', 'region'], fresh);
    const wanted = listQuery(conditionsOf(query, new Chart(units)), query.sort, query);
    const page = pageOf(await directory.users(wanted, fresh), (user) => user);
    return { ...page, value: { ...page.value, items: await directory.named(page.value.items) } };
  }

  @QueryEndpoint(
    ':userId',
    {
      en: 'Get a user with roles and placement, now or as of a moment',
      zh: '查看用户的角色和任职信息（当前或指定时点）',
    },
    'organisation.read',
    'NamedUser',
  )
  async one(
    @Param('userId') userId: string,
    @Query() query: AsOfQuery,
    @Headers('If-None-Match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Fresh() fresh?: Freshness,
  ) {
    const directory = await this.directory.at(momentIn(query, this.moments), fresh);
    const { value, ...state } = await directory.user(userId, fresh);
    const [named] = await directory.named([
      value ?? authProblems.fail('UserNotFound', { id: userId }, freshnessHeaders(state)),
    ]);
    const { revision, accessRevision } = named!;
    return sendUnlessKnown(reply, known, { ...state, value: named!, revision: [revision, accessRevision] });
  }

  @QueryEndpoint(
    ':userId/responsibilities',
    {
      en: 'Count the customers, open deals and open complaints that a user is responsible for',
      zh: '统计用户负责的客户、进行中的商机和投诉',
    },
    'organisation.manage',
    'UserResponsibilities',
  )
  ofUser(@Param('userId') userId: string, @Fresh() fresh?: Freshness) {
    return this.responsibilities.of(userId, fresh);
  }
}
