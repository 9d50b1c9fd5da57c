import { Chart, type DirectoryEntry, type DirectoryUnit, type DirectoryUser } from '@annals/projections-organisation';
import type { Grant, Scope } from '@annals/slice';

/** The customers that somebody reaches: all, or those that carry one of the marks. */
export type Reach = 'all' | ReadonlySet<string>;

const isUser = (entry: DirectoryEntry): entry is DirectoryUser => entry.kind === 'user';
const isUnit = (entry: DirectoryEntry): entry is DirectoryUnit => entry.kind !== 'user' && entry.kind !== 'api-key';

const owner = (userId: string) => `owner:${userId}`;

/** The users and units of one moment, and whom they reach. */
export class Organisation {
  readonly users: ReadonlyMap<string, DirectoryUser>;
  private readonly chart: Chart;
  private readonly byTeam: ReadonlyMap<string | null, readonly DirectoryUser[]>;
  private readonly byDepartment: ReadonlyMap<string | null, readonly DirectoryUser[]>;
  private readonly known = new Map<string, Reach>();
  private readonly byRole: ReadonlyMap<string, readonly Grant[]>;

  /** `grants` say what each role allows. */
  constructor(entries: Iterable<DirectoryEntry>, grants: readonly Grant[]) {
    this.byRole = Map.groupBy(grants, ({ role }) => role);
    const all = [...entries];
    const users = all.filter(isUser);
    this.users = new Map(users.map((user) => [user.userId, user]));
    this.byTeam = Map.groupBy(users, ({ teamId }) => teamId);
    this.byDepartment = Map.groupBy(users, ({ departmentId }) => departmentId);
    this.chart = new Chart(all.filter(isUnit));
  }

  /** The marks that a scope of a user stands for; whoever is not in the directory reaches what he or she owns, or all. */
  reach(userId: string, scope: Scope): Reach {
    const key = `${scope}/${userId}`;
    const reach = this.known.get(key) ?? this.marks(userId, scope);
    this.known.set(key, reach);
    return reach;
  }

  /** What roles allow together: for each permission every grant of it. Names that are no role allow nothing. */
  grantedTo(roles: readonly string[]): ReadonlyMap<string, readonly Grant[]> {
    return Map.groupBy(
      roles.flatMap((role) => this.byRole.get(role) ?? []),
      ({ permission }) => permission,
    );
  }

  private marks(userId: string, scope: Scope): Reach {
    if (scope === 'all') return 'all';
    const user = this.users.get(userId);
    return new Set([owner(userId), ...(user && scope !== 'own' ? this[scope](user) : [])]);
  }

  private team({ teamId }: DirectoryUser): readonly string[] {
    return teamId === null ? [] : ownersOf(this.byTeam.get(teamId));
  }

  private department({ departmentId }: DirectoryUser): readonly string[] {
    if (departmentId === null) return [];
    return [...this.chart.within('department', [departmentId])].flatMap((id) => [
      ...ownersOf(this.byDepartment.get(id)),
      ...this.named('department', id),
    ]);
  }

  private region({ regionIds }: DirectoryUser): readonly string[] {
    return [...this.chart.within('region', regionIds)].flatMap((id) => this.named('region', id));
  }

  /** A customer's file names a unit by its id or by its name. */
  private named(kind: 'department' | 'region', id: string): readonly string[] {
    const name = this.chart.unit(kind, id)?.name ?? id;
    return [...new Set([id, name])].map((word) => `${kind}:${word}`);
  }
}

const ownersOf = (users: readonly DirectoryUser[] = []) => users.map(({ userId }) => owner(userId));
