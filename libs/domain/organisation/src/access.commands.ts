import { command, Fits, Required } from '@annals/command-bus';
import { roles, type Role } from '@annals/contracts-organisation';
import { id, label } from '@annals/contracts-values';

/** All roles that the user has from now on. */
export class GrantRoles extends command('GrantRoles') {
  @Fits(id) readonly userId!: string;
  @Fits(roles) readonly roles!: readonly Role[];
}

export class DeactivateUser extends command('DeactivateUser') {
  @Fits(id) readonly userId!: string;
  /** It is a part of the fact, so it is not optional as it is for other commands. */
  @Required() @Fits(label) declare readonly reason: string;
}

export class ReactivateUser extends command('ReactivateUser') {
  @Fits(id) readonly userId!: string;
}
