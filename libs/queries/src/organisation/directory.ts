import { ORGANISATION, UNIT_KINDS, type UnitKind } from '@annals/contracts-organisation';
import { FoldedViews, typesOf, type Moment, type Query } from '@annals/event-sourcing';
import { Views, type Answer, type Found, type Freshness } from '@annals/projecting';
import { directory, unitKey, userKey, type DirectoryUnit, type DirectoryUser } from '@annals/projections-organisation';
import { Injectable } from '@nestjs/common';
import { PastEvents, ViewsThen } from '@annals/reading';
import { membersOf, type Members } from './tree.js';
import { anyOf, everyPage } from '../page.js';

const PAGE = 1_000; // units

/** Revisions are of what is now: as of a moment there is nothing to change. */
export type NowOnly<Entry, Name extends keyof Entry> = Omit<Entry, Name> & {
  readonly [N in Name]: Entry[N] | null;
};

/** A user with the names of the units that he or she was placed in. */
export type NamedUser = NowOnly<DirectoryUser, 'revision' | 'accessRevision'> & {
  /** @example Key accounts */
  readonly department: string | null;
  /** @example Grid */
  readonly team: string | null;
  /** @example Account manager */
  readonly position: string | null;
  /** @example ["East"] */
  readonly regions: readonly string[];
};

/** What is asked of the directory by more than one route. */
@Injectable()
export class Directory {
  private isPast = false;

  constructor(
    private readonly views: Views,
    private readonly past: PastEvents,
  ) {}

  /** The directory as of a moment; as it is without one. */
  async at(moment: Moment | undefined, fresh?: Freshness): Promise<Directory> {
    if (!moment) return this;
    const { value, ...state } = await this.past.until(ORGANISATION, moment, typesOf(directory), fresh);
    const folded = new FoldedViews([directory]);
    folded.add(value.events);
    const then = new Directory(new ViewsThen(folded, state), this.past);
    then.isPast = true;
    return then;
  }

  async users(query: Query, fresh?: Freshness): Promise<Answer<Found<DirectoryUser>>> {
    return (await this.views.find(directory, query, fresh)) as Answer<Found<DirectoryUser>>;
  }

  /** Every unit of the kinds, sorted by name. */
  async units(kinds: readonly UnitKind[], fresh?: Freshness): Promise<Answer<readonly DirectoryUnit[]>> {
    const all = { where: anyOf('kind', kinds), sort: { field: 'name' }, limit: PAGE };
    const found = await everyPage(all, (query) => this.views.find(directory, query, fresh));
    return found as Answer<readonly DirectoryUnit[]>;
  }

  async user(userId: string, fresh?: Freshness): Promise<Answer<DirectoryUser | null>> {
    return (await this.views.one(directory, userKey(userId), fresh)) as Answer<DirectoryUser | null>;
  }

  async members(): Promise<Members> {
    const where = [...anyOf('kind', 'user'), ...anyOf('active', true)];
    const counts = UNIT_KINDS.map(async (kind) => {
      const { value } = await this.views.aggregate(directory, { where, groupBy: [kind] });
      return [kind, membersOf(value)] as const;
    });
    return Object.fromEntries(await Promise.all(counts)) as Members;
  }

  async named(users: readonly DirectoryUser[]): Promise<readonly NamedUser[]> {
    const { value } = await this.views.many(directory, [...new Set(users.flatMap(placesOf))]);
    const nameOf = (kind: UnitKind, id: string | null) =>
      id === null ? null : ((value.get(unitKey(kind, id)) as DirectoryUnit | undefined)?.name ?? id);
    return users.map((user) => ({
      ...user,
      ...(this.isPast && { revision: null, accessRevision: null }),
      department: nameOf('department', user.departmentId),
      team: nameOf('team', user.teamId),
      position: nameOf('position', user.positionId),
      regions: user.regionIds.map((id) => nameOf('region', id)!),
    }));
  }
}

const placesOf = ({ departmentId, teamId, positionId, regionIds }: DirectoryUser): readonly string[] => [
  ...(departmentId === null ? [] : [unitKey('department', departmentId)]),
  ...(teamId === null ? [] : [unitKey('team', teamId)]),
  ...(positionId === null ? [] : [unitKey('position', positionId)]),
  ...regionIds.map((id) => unitKey('region', id)),
];
