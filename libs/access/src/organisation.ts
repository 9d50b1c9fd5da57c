import type { Employee, Grant, Scope, ScopeUnit, Workforce } from '@annals/slice';

/** The customers that a right covers: all, or those with one of these scope keys. */
export type Reach = 'all' | ReadonlySet<string>;

const owner = (userId: string) => `owner:${userId}`;

/** The users and units at one moment, and which customers each user reaches. */
export class Organisation {
  readonly users: ReadonlyMap<string, Employee>;
  private readonly byTeam: ReadonlyMap<string | null, readonly Employee[]>;
  private readonly byDepartment: ReadonlyMap<string | null, readonly Employee[]>;
  private readonly known = new Map<string, Reach>();
  private readonly byRole: ReadonlyMap<string, readonly Grant[]>;

  /** `grants` say what each role allows. */
  constructor(
    private readonly workforce: Workforce,
    grants: readonly Grant[],
  ) {
    const { users } = workforce;
    this.byRole = Map.groupBy(grants, ({ role }) => role);
    this.users = new Map(users.map((user) => [user.userId, user]));
    this.byTeam = Map.groupBy(users, ({ teamId }) => teamId);
    this.byDepartment = Map.groupBy(users, ({ departmentId }) => departmentId);
  }

  /** The reach of a scope for a user; a user who is not in the directory reaches own customers, or all. */
  reach(userId: string, scope: Scope): Reach {
    const key = `${scope}/${userId}`;
    const reach = this.known.get(key) ?? this.keys(userId, scope);
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

  private keys(userId: string, scope: Scope): Reach {
    if (scope === 'all') return 'all';
    const user = this.users.get(userId);
    return new Set([owner(userId), ...(user && scope !== 'own' ? this[scope](user) : [])]);
  }

  private team({ teamId }: Employee): readonly string[] {
    return teamId === null ? [] : ownersOf(this.byTeam.get(teamId));
  }

  /** The ids of units and of all units in them, at any depth. */
  within(unit: ScopeUnit, ids: readonly string[]): ReadonlySet<string> {
    return this.workforce.within(unit, ids);
  }

  /** The scope keys of the customers of units and of all units in them; those of a department's employees are its own. */
  keysOf(unit: ScopeUnit, ids: readonly string[]): readonly string[] {
    return [...this.within(unit, ids)].flatMap((id) => [
      ...(unit === 'department' ? ownersOf(this.byDepartment.get(id)) : []),
      ...this.named(unit, id),
    ]);
  }

  private department({ departmentId }: Employee): readonly string[] {
    return departmentId === null ? [] : this.keysOf('department', [departmentId]);
  }

  private region({ regionIds }: Employee): readonly string[] {
    return this.keysOf('region', regionIds);
  }

  /** A customer's file names a unit by its id or by its name. */
  private named(unit: ScopeUnit, id: string): readonly string[] {
    const name = this.workforce.nameOf(unit, id) ?? id;
    return [...new Set([id, name])].map((word) => `${unit}:${word}`);
  }
}

const ownersOf = (users: readonly Employee[] = []) => users.map(({ userId }) => owner(userId));
