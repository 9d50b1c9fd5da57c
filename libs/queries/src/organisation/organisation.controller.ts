import type { Contract } from '@annals/event-sourcing';
import { decideOnOrganisation, EventMask, Reads, type ReadContext } from '@annals/access';
import { ORGANISATION, UNIT_KINDS, type UnitKind } from '@annals/contracts-organisation';
import { Fresh, freshnessHeaders, Moments, QueryEndpoint, QueryForm } from '@annals/http';
import type { Answer, Freshness } from '@annals/projecting';
import { Chart, type DirectoryUnit } from '@annals/projections-organisation';
import { Controller, Headers, Param, Query, Res, type Type } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { entryOf } from '../history/entry.js';
import { History } from '../history/history.js';
import { conditionsOf, HistoryQuery, historyQuery } from '../history/history.query.js';
import { Directory, type NowOnly } from './directory.js';
import { AsOfQuery } from '../customers/customers.query.js';
import { momentIn, sendUnlessKnown } from '@annals/reading';
import { OrganisationQuery } from './organisation.query.js';
import { treeOf, type OrganisationTree } from './tree.js';
import { listQuery, pageOf } from '../page.js';
import { queryProblems } from '../queries.problems.js';

/** `path` leads from the outermost unit of its kind to itself. */
export type UnitView = NowOnly<DirectoryUnit, 'revision'> & {
  readonly path: readonly { readonly id: string; readonly name: string }[];
};

type Asked = {
  readonly known: string | undefined;
  readonly reply: FastifyReply;
  readonly fresh: Freshness | undefined;
};

/** The organisation, and its history as far as these contracts tell it. */
export const organisationController = (contracts: readonly Contract[]): Type => {
  @ApiTags('organisation')
  @Controller('v1/organisation')
  class OrganisationQueriesController {
    constructor(
      private readonly past: History,
      private readonly directory: Directory,
      private readonly mask: EventMask,
      private readonly moments: Moments,
    ) {}

    @QueryEndpoint(
      '',
      {
        en: 'Get departments with teams, regions and positions, and their numbers of members',
        zh: '查看部门、团队、区域和岗位及其人数',
      },
      'organisation.read',
      'OrganisationTree',
    )
    async tree(@Query() query: OrganisationQuery, @Fresh() fresh?: Freshness): Promise<Answer<OrganisationTree>> {
      const directory = await this.directory.at(momentIn(query, this.moments), fresh);
      const { value: units, ...state } = await directory.units(UNIT_KINDS, fresh);
      const shown = units.filter(({ open }) => open || query.closed === 'true');
      return { ...state, value: treeOf(shown, await directory.members()) };
    }

    @QueryEndpoint(
      'history',
      {
        en: 'List all events of units, users and API keys in order',
        zh: '按顺序列出组织单元、用户和 API 密钥的全部事件',
      },
      'access.read',
      'HistoryPage',
    )
    @QueryForm(historyQuery(contracts, HistoryQuery))
    async history(@Query() query: HistoryQuery, @Reads() context: ReadContext) {
      const { masked } = decideOnOrganisation(context.rights);
      const sort = query.order === 'asc' ? 'position' : '-position';
      const wanted = listQuery(conditionsOf([ORGANISATION], query, this.moments), sort, query);
      const found = await this.past.page(wanted, context.fresh);
      return pageOf(found, (event) => entryOf(masked ? this.mask.masked(event) : event));
    }

    @QueryEndpoint(
      'departments/:departmentId',
      { en: 'Get a department and the departments above it', zh: '查看部门及其上级部门' },
      'organisation.read',
      'UnitView',
    )
    department(
      @Param('departmentId') id: string,
      @Query() query: AsOfQuery,
      @Headers('If-None-Match') known: string | undefined,
      @Res({ passthrough: true }) reply: FastifyReply,
      @Fresh() fresh?: Freshness,
    ) {
      return this.unit('department', id, query, { known, reply, fresh });
    }

    @QueryEndpoint(
      'regions/:regionId',
      { en: 'Get a region and the regions above it', zh: '查看区域及其上级区域' },
      'organisation.read',
      'UnitView',
    )
    region(
      @Param('regionId') id: string,
      @Query() query: AsOfQuery,
      @Headers('If-None-Match') known: string | undefined,
      @Res({ passthrough: true }) reply: FastifyReply,
      @Fresh() fresh?: Freshness,
    ) {
      return this.unit('region', id, query, { known, reply, fresh });
    }

    @QueryEndpoint('teams/:teamId', { en: 'Get a team', zh: '查看团队' }, 'organisation.read', 'UnitView')
    team(
      @Param('teamId') id: string,
      @Query() query: AsOfQuery,
      @Headers('If-None-Match') known: string | undefined,
      @Res({ passthrough: true }) reply: FastifyReply,
      @Fresh() fresh?: Freshness,
    ) {
      return this.unit('team', id, query, { known, reply, fresh });
    }

    @QueryEndpoint('positions/:positionId', { en: 'Get a position', zh: '查看岗位' }, 'organisation.read', 'UnitView')
    position(
      @Param('positionId') id: string,
      @Query() query: AsOfQuery,
      @Headers('If-None-Match') known: string | undefined,
      @Res({ passthrough: true }) reply: FastifyReply,
      @Fresh() fresh?: Freshness,
    ) {
      return this.unit('position', id, query, { known, reply, fresh });
    }

    private async unit(kind: UnitKind, id: string, query: AsOfQuery, { known, reply, fresh }: Asked) {
      const directory = await this.directory.at(momentIn(query, this.moments), fresh);
      const { value: units, ...state } = await directory.units([kind], fresh);
      const path = new Chart(units).pathOf(kind, id);
      const unit = path.at(-1) ?? queryProblems.fail('UnitNotFound', { id }, freshnessHeaders(state));
      const { revision } = query.asOf === undefined ? unit : { revision: null };
      const value: UnitView = { ...unit, revision, path: path.map(({ id, name }) => ({ id, name })) };
      return sendUnlessKnown(reply, known, { ...state, value, revision });
    }
  }
  return OrganisationQueriesController;
};
