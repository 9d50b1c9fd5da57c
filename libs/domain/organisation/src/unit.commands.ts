import { command, Fits } from '@annals/command-bus';
import { id, label } from '@annals/contracts-values';

export class OpenDepartment extends command('OpenDepartment') {
  @Fits(id) readonly departmentId!: string;
  @Fits(label) readonly name!: string;
  @Fits(id.nullish()) readonly parentId?: string | null;
}

export class RenameDepartment extends command('RenameDepartment') {
  @Fits(id) readonly departmentId!: string;
  @Fits(label) readonly name!: string;
}

/** With `null` it becomes one of the outermost. */
export class MoveDepartment extends command('MoveDepartment') {
  @Fits(id) readonly departmentId!: string;
  @Fits(id.nullable()) readonly parentId!: string | null;
}

export class CloseDepartment extends command('CloseDepartment') {
  @Fits(id) readonly departmentId!: string;
}

export class OpenRegion extends command('OpenRegion') {
  @Fits(id) readonly regionId!: string;
  @Fits(label) readonly name!: string;
  @Fits(id.nullish()) readonly parentId?: string | null;
}

export class RenameRegion extends command('RenameRegion') {
  @Fits(id) readonly regionId!: string;
  @Fits(label) readonly name!: string;
}

/** With `null` it becomes one of the outermost. */
export class MoveRegion extends command('MoveRegion') {
  @Fits(id) readonly regionId!: string;
  @Fits(id.nullable()) readonly parentId!: string | null;
}

export class CloseRegion extends command('CloseRegion') {
  @Fits(id) readonly regionId!: string;
}

export class FormTeam extends command('FormTeam') {
  @Fits(id) readonly teamId!: string;
  @Fits(label) readonly name!: string;
  @Fits(id) readonly departmentId!: string;
}

export class RenameTeam extends command('RenameTeam') {
  @Fits(id) readonly teamId!: string;
  @Fits(label) readonly name!: string;
}

export class DissolveTeam extends command('DissolveTeam') {
  @Fits(id) readonly teamId!: string;
}

export class DefinePosition extends command('DefinePosition') {
  @Fits(id) readonly positionId!: string;
  @Fits(label) readonly name!: string;
}

export class RenamePosition extends command('RenamePosition') {
  @Fits(id) readonly positionId!: string;
  @Fits(label) readonly name!: string;
}

export class RetirePosition extends command('RetirePosition') {
  @Fits(id) readonly positionId!: string;
}
