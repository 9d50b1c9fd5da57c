import { ROLES, type Role } from '@annals/contracts-values';
import type { Condition } from '@annals/event-sourcing';
import type { Chart } from '@annals/projections-organisation';
import { queryWords } from '@annals/text';
import { Labelled, ValueList } from '@annals/http';
import { AXES, type Axis } from '@annals/reading';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { AsOfQuery } from '../customers/customers.query.js';
import { anyOf, PageQuery, sortsOf, type OneOrMany } from '../page.js';

const STATUS = { active: { en: 'Active', zh: '启用' }, inactive: { en: 'Inactive', zh: '停用' } };

/** Each condition takes one value, or several by repeating it. */
export class UsersQuery extends PageQuery {
  /** Beginnings of the sign-in name or of words of the name, of a Chinese one also in pinyin or its initials; all have to be found. */
  @IsOptional() @IsString() @MaxLength(200) readonly q?: string;
  @IsOptional()
  @ValueList()
  @IsIn(ROLES, { each: true })
  @Labelled({ en: 'Role', zh: '角色' })
  readonly role?: OneOrMany<Role>;
  /** Also those of its sub-departments. */
  @IsOptional()
  @ValueList()
  @IsString({ each: true })
  @Labelled({ en: 'Department', zh: '部门' })
  readonly department?: OneOrMany<string>;
  @IsOptional()
  @ValueList()
  @IsString({ each: true })
  @Labelled({ en: 'Team', zh: '团队' })
  readonly team?: OneOrMany<string>;
  @IsOptional()
  @ValueList()
  @IsString({ each: true })
  @Labelled({ en: 'Position', zh: '岗位' })
  readonly position?: OneOrMany<string>;
  /** Also those of the regions in it. */
  @IsOptional()
  @ValueList()
  @IsString({ each: true })
  @Labelled({ en: 'Region', zh: '区域' })
  readonly region?: OneOrMany<string>;
  @IsOptional()
  @IsIn(['active', 'inactive'])
  @Labelled({ en: 'Status', zh: '状态' }, STATUS)
  readonly status?: 'active' | 'inactive';
  /** `-` before it sorts from the end. */
  @IsIn(sortsOf('name')) readonly sort: string = 'name';
  /** As it was then: an instant, the beginning of a day in `TIME_ZONE` or a position of the log. */
  @IsOptional() @IsString() @MaxLength(40) readonly asOf?: string;
  /** Whether `asOf` is about what we knew or about what was true. */
  @IsIn(AXES) readonly axis: Axis = 'recorded';
}

export class OrganisationQuery extends AsOfQuery {
  /** Also what was closed, dissolved or retired. */
  @IsOptional() @IsIn(['true']) readonly closed?: 'true';
}

export const conditionsOf = (query: UsersQuery, chart: Chart): Condition[] => [
  ...anyOf('kind', 'user'),
  ...queryWords(query.q ?? '').map((startsWith) => ({ field: 'term', startsWith })),
  ...anyOf('role', query.role),
  ...within(chart, 'department', query.department),
  ...anyOf('team', query.team),
  ...anyOf('position', query.position),
  ...within(chart, 'region', query.region),
  ...anyOf('active', query.status && query.status === 'active'),
];

const within = (chart: Chart, kind: 'department' | 'region', wanted: OneOrMany<string> | undefined) =>
  wanted === undefined ? [] : anyOf(kind, [...chart.within(kind, [wanted].flat())]);
