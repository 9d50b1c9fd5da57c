import { CommandEndpoint, FromRequest } from '@annals/http';
import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  CloseDepartment,
  CloseRegion,
  DefinePosition,
  DissolveTeam,
  FormTeam,
  MoveDepartment,
  MoveRegion,
  OpenDepartment,
  OpenRegion,
  RenameDepartment,
  RenamePosition,
  RenameRegion,
  RenameTeam,
  RetirePosition,
} from './unit.commands.js';

@Controller('v1/organisation')
export class OrganisationController {
  constructor(private readonly commands: CommandBus) {}

  @CommandEndpoint('departments', 'Open a department, by itself or as a part of another')
  openDepartment(@FromRequest({ creates: 'departmentId' }) command: OpenDepartment) {
    return this.commands.execute(command);
  }

  @CommandEndpoint('departments/:departmentId/rename', 'Give a department another name')
  renameDepartment(@FromRequest() command: RenameDepartment) {
    return this.commands.execute(command);
  }

  @CommandEndpoint('departments/:departmentId/move', 'Make a department a part of another, or of none')
  moveDepartment(@FromRequest() command: MoveDepartment) {
    return this.commands.execute(command);
  }

  @CommandEndpoint('departments/:departmentId/close', 'Close a department that has no open parts')
  closeDepartment(@FromRequest() command: CloseDepartment) {
    return this.commands.execute(command);
  }

  @CommandEndpoint('regions', 'Open a region, by itself or inside another')
  openRegion(@FromRequest({ creates: 'regionId' }) command: OpenRegion) {
    return this.commands.execute(command);
  }

  @CommandEndpoint('regions/:regionId/rename', 'Give a region another name')
  renameRegion(@FromRequest() command: RenameRegion) {
    return this.commands.execute(command);
  }

  @CommandEndpoint('regions/:regionId/move', 'Put a region inside another, or inside none')
  moveRegion(@FromRequest() command: MoveRegion) {
    return this.commands.execute(command);
  }

  @CommandEndpoint('regions/:regionId/close', 'Close a region that has no open parts')
  closeRegion(@FromRequest() command: CloseRegion) {
    return this.commands.execute(command);
  }

  @CommandEndpoint('teams', 'Form a team in a department')
  formTeam(@FromRequest({ creates: 'teamId' }) command: FormTeam) {
    return this.commands.execute(command);
  }

  @CommandEndpoint('teams/:teamId/rename', 'Give a team another name')
  renameTeam(@FromRequest() command: RenameTeam) {
    return this.commands.execute(command);
  }

  @CommandEndpoint('teams/:teamId/dissolve', 'Dissolve a team')
  dissolveTeam(@FromRequest() command: DissolveTeam) {
    return this.commands.execute(command);
  }

  @CommandEndpoint('positions', 'Define a position')
  definePosition(@FromRequest({ creates: 'positionId' }) command: DefinePosition) {
    return this.commands.execute(command);
  }

  @CommandEndpoint('positions/:positionId/rename', 'Give a position another name')
  renamePosition(@FromRequest() command: RenamePosition) {
    return this.commands.execute(command);
  }

  @CommandEndpoint('positions/:positionId/retire', 'Retire a position')
  retirePosition(@FromRequest() command: RetirePosition) {
    return this.commands.execute(command);
  }
}
