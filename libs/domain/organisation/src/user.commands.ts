import { command, Fits } from '@annals/command-bus';
import { person, placement, userName, type Person } from '@annals/contracts-organisation';
import { id } from '@annals/contracts-values';

/** A user may sign in and see nothing, until roles are granted. */
export class AddUser extends command('AddUser') {
  @Fits(id) readonly userId!: string;
  @Fits(userName) readonly name!: string;
  @Fits(person.shape.displayName) readonly displayName!: string;
  @Fits(person.shape.email) readonly email?: Person['email'];
}

/** An e-mail address that is left out is removed. */
export class ChangeUserDetails extends command('ChangeUserDetails') {
  @Fits(id) readonly userId!: string;
  @Fits(person.shape.displayName) readonly displayName!: string;
  @Fits(person.shape.email) readonly email?: Person['email'];
}

/** The whole placement: what is left out is none. The department of a team need not be named. */
export class PlaceUser extends command('PlaceUser') {
  @Fits(id) readonly userId!: string;
  @Fits(placement.shape.departmentId.optional()) readonly departmentId?: string | null;
  @Fits(placement.shape.teamId.optional()) readonly teamId?: string | null;
  @Fits(placement.shape.positionId.optional()) readonly positionId?: string | null;
  @Fits(placement.shape.regionIds.optional()) readonly regionIds?: readonly string[];
}
