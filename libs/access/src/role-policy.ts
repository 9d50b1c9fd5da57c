import { AccessPolicy, authProblems, type Route, type User } from '@annals/auth';
import { Configuration } from '@annals/configuration';
import { EventStore, project, reject, Rejection, type RecordedEvent } from '@annals/event-sourcing';
import type { AskedCommand, Caller } from '@annals/http';
import { complaintBoard } from '@annals/projections-complaints';
import { customerList, scopesOf } from '@annals/projections-customers';
import { pipeline } from '@annals/projections-deals';
import { Injectable } from '@nestjs/common';
import { accessProblems } from './access.problems.js';
import { LiveOrganisation } from './live-organisation.js';
import { isPermission } from './permissions.js';
import { partyMarks } from './record.js';
import { COMMANDS, type CommandRule } from './rules.js';
import { decide, sightOf, type Sight } from './sight.js';

/** Roles, as the organisation knows them at the moment, decide on every route and every command. */
@Injectable()
export class RolePolicy extends AccessPolicy {
  private readonly customers: ReturnType<typeof customerList>;

  constructor(
    private readonly organisation: LiveOrganisation,
    private readonly log: EventStore,
    { lifecycle }: Configuration,
  ) {
    super();
    this.customers = customerList(lifecycle);
  }

  async sight(user: Pick<User, 'id' | 'roles'>): Promise<Sight> {
    return sightOf(user, await this.organisation.now());
  }

  async allows(user: User, { needs = '' }: Route): Promise<boolean> {
    if (needs === 'signed-in' || needs === 'each') return true;
    return isPermission(needs) && (await this.sight(user)).may(needs);
  }

  /**
   * Decides by what the log says now, since a view may be a moment behind. Throws `HttpProblem` 403 `NotAllowed` or
   * `OutOfScope`, and 404 about what the caller does not even see, as if it were not there.
   */
  async admit(caller: Caller, command: AskedCommand): Promise<void> {
    const rule = COMMANDS.get(command.type);
    const sight = await this.sight(caller);
    const reach = rule && sight.reach(rule.needs);
    if (!reach) throw authProblems.problem('NotAllowed');
    if (reach !== 'all' && rule.names) await this.expectInScope(sight, { ...rule, names: rule.names }, command);
  }

  /** Who holds a value that is taken is named to those alone who may find the holder by it. */
  override async told(caller: Caller, error: unknown): Promise<unknown> {
    if (!(error instanceof Rejection) || !('holder' in error.details)) return error;
    const { holder, ...details } = error.details;
    const maySee = await this.maySee(await this.sight(caller), String(holder));
    return maySee ? error : new Rejection(error.problem, details, error.kind);
  }

  private async maySee(sight: Sight, stream: string): Promise<boolean> {
    const [, customerId] = /^customer-(.+)$/.exec(stream) ?? [];
    if (customerId === undefined) return sight.may('organisation.read');
    const customer = await this.customer(customerId);
    const { visible, masked } = decide(sight, 'customers.read', customer ? scopesOf(customer) : []);
    return visible && !masked;
  }

  private async expectInScope(sight: Sight, { needs, names }: RowRule, command: AskedCommand) {
    const marks = await this.marksOf(command, names);
    if (marks === 'new' || sight.holds(needs, marks)) return;
    if (sight.holds('customers.read', marks)) throw accessProblems.problem('OutOfScope', { permission: needs });
    const id = `${command.fields[names] as string}`;
    if (isNew(command)) reject('CustomerAlreadyRegistered', { customerId: id });
    accessProblems.fail(`${WHAT[names]}NotFound`, { id });
  }

  /** Those of the customer that a command is about, and of whoever looks after its deal or complaint. */
  private async marksOf(command: AskedCommand, names: string): Promise<readonly string[] | 'new'> {
    if (command.stream === undefined) return [];
    const events = await this.log.read(command.stream);
    const customerId = events[0]?.subject ?? (names === 'customerId' && command.fields['customerId']);
    const customer = typeof customerId === 'string' && (await this.customer(customerId, command.stream, events));
    if (customer) return [...scopesOf(customer), ...partiesIn(events)];
    return isNew(command) ? 'new' : [];
  }

  private async customer(customerId: string, stream?: string, events?: readonly RecordedEvent[]) {
    const own = `customer-${customerId}`;
    return project(this.customers, events && stream === own ? events : await this.log.read(own)).get(customerId);
  }
}

type RowRule = CommandRule & { readonly names: keyof typeof WHAT };

const WHAT = { customerId: 'Customer', dealId: 'Deal', complaintId: 'Complaint' } as const;

// Whoever registers a customer owns it until somebody else does.
const isNew = ({ type }: AskedCommand) => type === 'RegisterCustomer';

/** The marks of those who look after a deal or a complaint. */
const partiesIn = (events: readonly RecordedEvent[]): readonly string[] =>
  [...project(pipeline, events).values(), ...project(complaintBoard, events).values()].flatMap(partyMarks);
