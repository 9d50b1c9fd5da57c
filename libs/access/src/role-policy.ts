import { AccessPolicy, authProblems, type Route, type User } from '@annals/auth';
import { Rejection } from '@annals/event-sourcing';
import type { RequestedCommand, Caller } from '@annals/http';
import { CATALOGUE, type Catalogue, type CatalogueCommand, type Places } from '@annals/slice';
import { Inject, Injectable } from '@nestjs/common';
import { accessProblems } from './access.problems.js';
import { LiveOrganisation } from './live-organisation.js';
import { expectBothInScope } from './pair-scope.js';
import { OWNER } from './record.js';
import { PlacesNow } from './places-now.js';
import { decide, rightsOf, type Rights } from './rights.js';
import { expectRecordInScope, isNamedByBody } from './record-scope.js';
import { isWithinScope } from './within-scope.js';

/** Roles, as the organisation knows them at the moment, decide on every route and every command. */
@Injectable()
export class RolePolicy extends AccessPolicy {
  readonly places: Places;

  constructor(
    private readonly organisation: LiveOrganisation,
    readonly now: PlacesNow,
    @Inject(CATALOGUE) private readonly catalogue: Pick<Catalogue, 'commands' | 'rights' | 'places'>,
  ) {
    super();
    this.places = catalogue.places();
  }

  async allows(user: User, { needs = '' }: Route): Promise<boolean> {
    if (needs === 'signed-in' || needs === 'each') return true;
    return Object.hasOwn(this.catalogue.rights, needs) && (await this.organisation.rightsOf(user)).may(needs);
  }

  expectRight(caller: Caller, type: string): Promise<void> {
    const needs = this.catalogue.commands.get(type)?.command.route?.needs;
    return this.refuseForSure(caller, async (rights) => {
      if (needs === undefined || !rights.may(needs)) throw authProblems.problem('NotAllowed');
    });
  }

  /**
   * Decides by what the log says now, since a view may be a moment behind. Throws `HttpProblem` 403 `NotAllowed` or
   * `OutOfScope`, and 404, or 422 for a customer that the body names, about what the caller does not even see.
   */
  admit(caller: Caller, command: RequestedCommand): Promise<void> {
    return this.refuseForSure(caller, (rights) => this.expectWithin(rights, command));
  }

  /** Another process may have given a right a moment ago: what the rights known here refuse is decided by those in the log. */
  private async refuseForSure(caller: Caller, decision: (rights: Rights) => Promise<void>) {
    const known = await this.organisation.now();
    try {
      await decision(rightsOf(caller, known));
    } catch (refusal) {
      const latest = await this.organisation.latest();
      if (latest === known) throw refusal;
      await decision(rightsOf(caller, latest));
    }
  }

  private async expectWithin(rights: Rights, command: RequestedCommand) {
    const known = this.catalogue.commands.get(command.type);
    const needs = known?.command.route?.needs;
    const reach = needs !== undefined && rights.reach(needs);
    if (!reach) throw authProblems.problem('NotAllowed');
    if (reach === 'all') return;
    const { about } = known!.command;
    if (about !== null) await this.expectAboutInScope(rights, { ...known!, about, needs }, command);
    if (this.catalogue.rights[needs]!.about === 'customers')
      await expectRecordInScope(rights, { ...known!, needs }, command, this.now);
  }

  private expectAboutInScope(rights: Rights, rule: RowRule, command: RequestedCommand): Promise<void> {
    const { about, needs } = rule;
    const { alsoAbout } = rule.command.route!;
    if (alsoAbout === undefined) return this.expectInScope(rights, rule, command);
    return expectBothInScope(rights, { about, alsoAbout, needs }, command, this);
  }

  /** Who holds a value that is taken is named to those alone who may find the holder by it. */
  override async redactFor(caller: Caller, error: unknown): Promise<unknown> {
    if (!(error instanceof Rejection) || !('holder' in error.details)) return error;
    const { holder } = error.details;
    const maySee = await this.maySee(await this.organisation.rightsOf(caller), String(holder));
    return maySee ? error : error.without('holder');
  }

  private async maySee(rights: Rights, stream: string): Promise<boolean> {
    const customerId = this.places.customerOf(stream);
    if (customerId === undefined) return rights.may('organisation.read');
    const keys = await this.now.keysOf(customerId);
    const { visible, masked } = decide(rights, 'customers.read', keys ?? []);
    return visible && !masked;
  }

  private async expectInScope(rights: Rights, rule: RowRule, command: RequestedCommand) {
    const { needs } = rule;
    const { keys, subject } = await this.keysFor(command, rule);
    if (keys === 'new' || isWithinScope(rights, needs, keys)) return;
    await this.refuse(rights, rule, command, subject);
  }

  /** Says no more about what the caller does not see than that it is not there, or that its id is taken. */
  private async refuse(rights: Rights, rule: RowRule, command: RequestedCommand, subject: string | undefined) {
    const { about } = rule;
    const id = `${command.fields[about] as string}`;
    if (isNew(rule)) this.places.refuseTaken(id);
    if (isNamedByBody(rule)) {
      if (subject !== undefined && (await this.sees(rights, id))) refuseTakenId(command, rule);
      this.places.refuseUnknown(id);
    }
    throw accessProblems.problem(NOT_FOUND[about] ?? 'RecordNotFound', { id });
  }

  private async sees(rights: Rights, customerId: string): Promise<boolean> {
    return rights.holds('customers.read', (await this.now.keysOf(customerId)) ?? []);
  }

  /** The keys of the customer that a command is about, and of the employee responsible for its deal or complaint. */
  private async keysFor(command: RequestedCommand, rule: RowRule): Promise<Standing> {
    if (command.stream === undefined) return { keys: [] };
    const { subject, parties } = await this.now.ofRecord(command.stream, rule.aggregate);
    const customerId = subject ?? (rule.about === 'customerId' && command.fields['customerId']);
    const keys = typeof customerId === 'string' && (await this.now.keysOf(customerId));
    if (!keys) return { keys: isNew(rule) ? 'new' : [], subject };
    return { keys: [...keys, ...parties.map((id) => `${OWNER}${id}`)], subject };
  }
}

/** `subject` is the customer of the record that a command is about, if there is such a record. */
type Standing = { readonly keys: readonly string[] | 'new'; readonly subject?: string | undefined };

type RowRule = CatalogueCommand & { readonly about: string; readonly needs: string };

// The user who registers a customer owns it until another user does.
const isNew = ({ command, about }: RowRule) => command.route?.creates === about;

/** Of a record that is out of sight, its id alone becomes known. */
const refuseTakenId = ({ fields }: RequestedCommand, { command: { route } }: RowRule) => {
  const field = route?.creates;
  if (field !== undefined) throw accessProblems.problem('IdTaken', { field, id: `${fields[field] as string}` });
};

const NOT_FOUND: Readonly<Record<string, 'CustomerNotFound' | 'DealNotFound' | 'ComplaintNotFound'>> = {
  customerId: 'CustomerNotFound',
  dealId: 'DealNotFound',
  complaintId: 'ComplaintNotFound',
};
