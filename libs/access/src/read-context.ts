import { authProblems } from '@annals/auth';
import { id } from '@annals/contracts-values';
import type { Caller } from '@annals/http';
import type { Freshness } from '@annals/projecting';
import { accessProblems } from './access.problems.js';
import type { CustomerPlaces, ScopeKeys } from './customer-places.js';
import type { Reach } from './organisation.js';
import { decide, decideForAll, NO_CUSTOMER, takesIn, type Decision, type Permission, type Rights } from './rights.js';

/** The customer of a record, `null` if it is not known yet, and the scope keys that the record has besides. */
export type Subject = { readonly customerId: string | null; readonly keys: readonly string[] };

const HIDDEN: Decision = { visible: false, masked: true };

/** Who reads in one request, by which rights and how fresh. Every customer is looked up once. */
export class ReadContext {
  private readonly known = new Map<string, Promise<ScopeKeys>>();

  constructor(
    readonly caller: Caller,
    readonly rights: Rights,
    readonly fresh: Freshness | undefined,
    private readonly places: Pick<CustomerPlaces, 'keysOf' | 'ledTo'>,
  ) {}

  /**
   * Visibility and masking of each record, with at most one query for all of them. A record whose customer is not in each of
   * `within` is not visible.
   */
  async decide(
    permission: Permission,
    subjects: readonly Subject[],
    within: readonly Reach[] = [],
  ): Promise<readonly Decision[]> {
    const always = within.length === 0 ? decideForAll(this.rights, permission) : undefined;
    if (always) return subjects.map(() => always);
    const known = await this.keysOf(subjects.flatMap(({ customerId }) => customerId ?? []));
    return subjects.map(({ customerId, keys }) => {
      const own = customerId === null ? [NO_CUSTOMER] : (known.get(customerId) ?? []);
      const decision = decide(this.rights, permission, [...own, ...keys]);
      return { ...decision, visible: decision.visible && within.every((reach) => takesIn(reach, own)) };
    });
  }

  /** The customers that these ids lead to: the survivors of those who are merged, the others themselves. */
  ledTo(customerIds: readonly string[]): Promise<readonly string[]> {
    return this.places.ledTo(customerIds, this.fresh);
  }

  async decideOn(permission: Permission, customerId: string): Promise<Decision> {
    const [decision] = await this.decide(permission, [{ customerId, keys: [] }]);
    return decision!;
  }

  /** Of a record that was looked for by its id; `undefined`, if there is none, takes the same reads as one that is out of reach. */
  async decideOnRecord(permission: Permission, id: string, subject: Subject | undefined): Promise<Decision> {
    const looked: Subject = { customerId: subject?.customerId ?? id, keys: [] };
    const [, decision = HIDDEN] = await this.decide(permission, subject ? [looked, subject] : [looked]);
    return decision;
  }

  /** Of customers, those for whom the permission holds. */
  async seen(permission: Permission, customerIds: readonly string[]): Promise<ReadonlySet<string>> {
    const decisions = await this.decide(
      permission,
      customerIds.map((customerId) => ({ customerId, keys: [] })),
    );
    return new Set(customerIds.filter((_, index) => decisions[index]!.visible));
  }

  /** Whether the permission holds for a customer. */
  async allows(permission: Permission, customerId: string): Promise<boolean> {
    return (await this.decideOn(permission, customerId)).visible;
  }

  /** Which of the permissions hold for a customer. */
  async allowed(permissions: readonly Permission[], customerId: string): Promise<readonly Permission[]> {
    const always = permissions.map((permission) => decideForAll(this.rights, permission));
    const known = always.includes(undefined) ? await this.keysOf([customerId]) : undefined;
    const keys = known?.get(customerId) ?? [];
    return permissions.filter((permission, index) => (always[index] ?? decide(this.rights, permission, keys)).visible);
  }

  /** Throws `HttpProblem` 403 `NotAllowed` without the permission. */
  expectRight(permission: Permission): void {
    if (!this.rights.may(permission)) throw authProblems.problem('NotAllowed');
  }

  /**
   * Throws `HttpProblem` 403 `NotAllowed` without the permission, and 404 `CustomerNotFound` for a customer out of its
   * reach, as if there were none. With the permission for all customers, an unknown one passes.
   */
  async expectVisible(permission: Permission, customerId: string): Promise<Decision> {
    this.expectRight(permission);
    // Histories of other subjects are stored under names that no customer can have.
    if (!id.safeParse(customerId).success) return accessProblems.fail('CustomerNotFound', { id: customerId });
    const decision = await this.decideOn(permission, customerId);
    return decision.visible ? decision : accessProblems.fail('CustomerNotFound', { id: customerId });
  }

  private async keysOf(customerIds: readonly string[]): Promise<ScopeKeys> {
    const unknown = [...new Set(customerIds)].filter((each) => !this.known.has(each));
    if (unknown.length > 0) this.lookUp(unknown);
    const found = await Promise.all(customerIds.map(async (each) => [each, await this.known.get(each)!] as const));
    return new Map(found.flatMap(([each, keys]) => (keys.has(each) ? [[each, keys.get(each)!] as const] : [])));
  }

  private lookUp(customerIds: readonly string[]) {
    const asked = this.places.keysOf(customerIds, this.fresh).then(({ value }) => value);
    for (const each of customerIds) this.known.set(each, asked);
  }
}
